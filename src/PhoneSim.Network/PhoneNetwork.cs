using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PhoneSim.Network.Capf;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Http;
using PhoneSim.Network.Sccp;
using PhoneSim.Network.Sip;
using PhoneSim.Network.Tftp;
using PhoneSim.Network.Tls;
using PhoneSim.Network.Tvs;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Network;

/// <summary>The sockets of one phone as its profile has them: file transports, CAPF, TVS, call managers. The phone's flash and clock are those of the options it is connected to.</summary>
public sealed class PhoneNetwork : IDisposable
{
    private readonly PhoneNetworkOptions options;
    private readonly List<HttpTransport> http = [];

    public PhoneNetwork(PhoneNetworkOptions? options = null) => this.options = options ?? new();

    /// <summary>The phone with its sockets; they live until this is disposed.</summary>
    public PhoneOptions Connect(PhoneOptions phone)
    {
        PacketCapture? capture = options.Capture;
        TlsConnector tls = new(TlsOptions.Of(phone.Profile.Tls) with { KeyLog = options.KeyLog, Capture = capture }, phone.Time);
        HttpTransport[] web = [new(new(), phone.Time, capture: capture), new(new(), phone.Time, tls)];
        http.AddRange(web);
        return phone with
        {
            Observer = capture is null ? phone.Observer : new CaptureNotes(capture, phone.Observer),
            Transports = [.. web, new TftpTransport(phone.Profile.Fetch.Tftp, phone.Time, capture is null ? null : capture.Add)],
            Enrolment = watch => new(new CapfConnector(tls, phone.Time), new(options.Keys, CapfOptions.Of(phone.Profile.Capf), phone.Time, watch)),
            Tvs = phone.Profile.Tvs.Asks
                ? new(new TvsClient(tls, phone.Time, () => phone.Flash.Contents.Certificate), TvsOptions.Of(phone.Profile, phone.Device), phone.Time)
                : null,
            Registration = new() { Sip = new SipConnector(tls, phone.Time, capture), Sccp = new SccpConnector(tls, phone.Time, capture), Chance = ChanceOf(phone.Device) },
        };
    }

    /// <summary>A generator of the phone's own, so that neither order nor number of phones changes what one does.</summary>
    private Random ChanceOf(DeviceName device)
    {
        if (options.Seed is not { } seed)
            return new Random();
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{device.Mac}")));
        return new Random(BinaryPrimitives.ReadInt32BigEndian(hash));
    }

    public void Dispose() => http.ForEach(transport => transport.Dispose());
}
