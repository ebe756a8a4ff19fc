using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Formats.Sip;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Signalling;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Network.Sip;

/// <summary>SIP over UDP, TCP and TLS.</summary>
public sealed class SipConnector(TlsConnector tls, TimeProvider time, PacketCapture? capture = null) : ISignallingConnector<SipMessage>
{
    private readonly StreamDialer dialer = new(tls, time, capture);

    public Task<SignallingConnection<SipMessage>> ConnectAsync(SignallingTarget target, CancellationToken cancellation) => target.Transport == SignallingTransport.Udp
        ? BindAsync(target, cancellation)
        : dialer.DialAsync(target, (stream, local) => new SipStreamChannel(stream, local, time), cancellation);

    private async Task<SignallingConnection<SipMessage>> BindAsync(SignallingTarget target, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = new(target.Deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            IPAddress[] addresses = await Dns.GetHostAddressesAsync(target.Server.Host, either.Token);
            return new(new SipDatagramChannel(Connect(new(addresses[0], target.Server.Port)), time, capture), "");
        }
        catch (SocketException e)
        {
            return new(null, Printable.Text(e.Message, 200));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(null, $"no address of {Printable.Text(target.Server.Host, 60)} within {target.Deadline.TotalSeconds} s");
        }
    }

    /// <summary>A connected socket takes datagrams of that server and port only, and hears of a closed port.</summary>
    private static Socket Connect(IPEndPoint server)
    {
        Socket socket = new(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Connect(server);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
