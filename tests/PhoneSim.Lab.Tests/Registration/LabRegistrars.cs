using System.Net;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Lab.Sccp;
using PhoneSim.Lab.Sip;
using PhoneSim.Lab.Tls;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests.Registration;

/// <summary>Registrars on free ports that know line 1001 and SEP001122334455.</summary>
internal static class LabRegistrars
{
    private static readonly X509Certificate2 Certificate = X509Certificate2.CreateFromPem(Vectors.Text("keys/CUCM.pem"), Vectors.Text("keys/CUCM.pem"));

    public static LabTlsAcceptor Tls => new(Certificate, new(), TimeProvider.System);

    public static SipRegistrar StartSip(Func<SipRegistrarOptions, SipRegistrarOptions>? change = null)
    {
        SipRegistrarOptions options = new() { Subscribers = new OneLine(), Tls = Tls };
        return new(new(IPAddress.Loopback, 0), 0, change?.Invoke(options) ?? options, TimeProvider.System);
    }

    public static SccpRegistrar StartSccp(Func<SccpRegistrarOptions, SccpRegistrarOptions>? change = null)
    {
        SccpRegistrarOptions options = new() { Devices = new OneDevice() };
        return new(new(IPAddress.Loopback, 0), change?.Invoke(options) ?? options, TimeProvider.System);
    }

    public static ServerEndPoint At(IPEndPoint? endPoint) => new("127.0.0.1", endPoint!.Port);

    private sealed class OneLine : ISipSubscribers
    {
        public SipSubscriber? Find(string line, string? deviceName) => line == "1001" ? new(line, RegisteringPhone.User) : null;
    }

    private sealed class OneDevice : ISccpDevices
    {
        public bool Knows(string deviceName) => deviceName == "SEP001122334455";
    }
}
