using PhoneSim.Formats.Sccp;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Signalling;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Network.Sccp;

/// <summary>SCCP over TCP and TLS.</summary>
public sealed class SccpConnector(TlsConnector tls, TimeProvider time, PacketCapture? capture = null) : ISignallingConnector<SccpMessage>
{
    private readonly StreamDialer dialer = new(tls, time, capture);

    public Task<SignallingConnection<SccpMessage>> ConnectAsync(SignallingTarget target, CancellationToken cancellation) =>
        dialer.DialAsync(target, (stream, local) => new SccpChannel(stream, local, time), cancellation);
}
