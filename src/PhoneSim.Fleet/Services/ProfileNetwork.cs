using PhoneSim.Fleet.Loop;
using PhoneSim.Fleet.Tftp;
using PhoneSim.Formats.Sccp;
using PhoneSim.Formats.Sip;
using PhoneSim.Network.Capf;
using PhoneSim.Network.Http;
using PhoneSim.Network.Sccp;
using PhoneSim.Network.Sip;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Fleet.Services;

/// <summary>What all phones of a profile on one loop share: transports and connectors hold no phone's state. TFTP is the loop's own, the others use the platform's asynchronous sockets.</summary>
internal sealed class ProfileNetwork : IDisposable
{
    private readonly HttpTransport[] web;

    public ProfileNetwork(FirmwareProfile profile, FleetLoop loop, TftpSockets sockets)
    {
        Tls = new(TlsOptions.Of(profile.Tls), loop.Time);
        web = [new(new(), loop.Time), new(new(), loop.Time, Tls)];
        Transports = [.. web, new LoopTftpTransport(loop, profile.Fetch.Tftp, sockets)];
        Capf = new OffLoopCapf(new CapfConnector(Tls, loop.Time));
        CapfOptions = CapfOptions.Of(profile.Capf);
        Sip = new OffLoopSignalling<SipMessage>(new SipConnector(Tls, loop.Time));
        Sccp = new OffLoopSignalling<SccpMessage>(new SccpConnector(Tls, loop.Time));
    }

    public TlsConnector Tls { get; }

    public IReadOnlyList<IFileTransport> Transports { get; }

    public ICapfConnector Capf { get; }

    public CapfOptions CapfOptions { get; }

    public ISignallingConnector<SipMessage> Sip { get; }

    public ISignallingConnector<SccpMessage> Sccp { get; }

    public void Dispose()
    {
        foreach (HttpTransport transport in web)
            transport.Dispose();
    }
}
