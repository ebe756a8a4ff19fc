using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Network.Signalling;

/// <summary>TCP and TLS connections to call managers.</summary>
internal sealed class StreamDialer(TlsConnector tls, TimeProvider time, PacketCapture? capture)
{
    private readonly TcpDialer dialer = new(capture);

    public async Task<SignallingConnection<TMessage>> DialAsync<TMessage>(SignallingTarget target, Func<Stream, ServerEndPoint, ISignallingChannel<TMessage>> channel, CancellationToken cancellation)
    {
        if (target.Transport == SignallingTransport.Tls)
        {
            TlsResult result = await tls.ConnectAsync(new(target.Server, target.Judge, target.Deadline) { ClientCertificate = target.Certificate }, cancellation);
            return new(result.Connection is { } connection ? channel(connection.Stream, EndPointOf(connection.Local)) : null, result.Why);
        }

        using CancellationTokenSource patience = new(target.Deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            TcpConnection connection = await dialer.DialAsync(target.Server.Host, target.Server.Port, either.Token);
            return new(channel(connection.Stream, EndPointOf(connection.Local)), "");
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(null, e is SocketException ? Printable.Text(e.Message, 200) : $"no connection within {target.Deadline.TotalSeconds} s");
        }
    }

    /// <summary>IPv4 addresses in their own form: the socket serves both families.</summary>
    public static ServerEndPoint EndPointOf(IPEndPoint? local) =>
        local is null ? new("0.0.0.0", 0) : new((local.Address.IsIPv4MappedToIPv6 ? local.Address.MapToIPv4() : local.Address).ToString(), local.Port);
}
