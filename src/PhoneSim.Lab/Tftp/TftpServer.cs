using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Formats.Tftp;
using PhoneSim.Network.Capture;

namespace PhoneSim.Lab.Tftp;

/// <summary>A read-only TFTP server (RFC 1350, 2347, 2348, 2349): a new port for each transfer.</summary>
public sealed class TftpServer : ILabService
{
    private const int MaxTransfers = 4096;

    private readonly IFileSource source;
    private readonly TimeProvider time;
    private readonly Action<TftpRequestSeen>? observer;
    private readonly PacketCapture? capture;
    private readonly Socket socket;
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;
    private int transfers;
    private long retransmissions;

    /// <param name="bind">Port 0: a free one is taken.</param>
    /// <param name="observer">Called for each request, on any thread; null: nobody looks.</param>
    /// <param name="capture">Sees every datagram; null: nobody looks.</param>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public TftpServer(IPEndPoint bind, IFileSource source, TimeProvider time, Action<TftpRequestSeen>? observer = null, PacketCapture? capture = null)
    {
        (this.source, this.time, this.observer, this.capture) = (source, time, observer, capture);
        socket = new(bind.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 4 * 1024 * 1024 };
        socket.Bind(bind);
        EndPoint = (IPEndPoint)socket.LocalEndPoint!;
        loop = Task.Run(ListenAsync);
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Transfers.</summary>
    public int Connections => Volatile.Read(ref transfers);

    /// <summary>Packets sent again so far, of the transfers that have ended.</summary>
    public long Retransmissions => Volatile.Read(ref retransmissions);

    /// <summary>Wait before a retransmission, unless the client asks for another (RFC 2349).</summary>
    public TimeSpan Retransmission { get; init; } = TimeSpan.FromSeconds(1);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        socket.Dispose();
        await loop;
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        byte[] buffer = new byte[2048];
        while (!stop.IsCancellationRequested)
            try
            {
                SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(EndPoint.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0), stop.Token);
                capture?.AddDatagram((IPEndPoint)received.RemoteEndPoint, EndPoint, buffer.AsSpan(0, received.ReceivedBytes));
                _ = ServeAsync(buffer.AsSpan(0, received.ReceivedBytes).ToArray(), (IPEndPoint)received.RemoteEndPoint);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client's "port unreachable" surfaces here; it concerns no one else.
            }
    }

    private async Task ServeAsync(byte[] request, IPEndPoint client)
    {
        if (Interlocked.Increment(ref transfers) <= MaxTransfers)
            try
            {
                using TftpServerTransfer transfer = new(client, EndPoint.Address, time, Retransmission, capture);
                await AnswerAsync(transfer, request, client);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or IOException)
            {
                observer?.Invoke(new(client, "", "aborted"));
            }

        Interlocked.Decrement(ref transfers);
    }

    private async Task AnswerAsync(TftpServerTransfer transfer, byte[] bytes, IPEndPoint client)
    {
        if (Read(bytes) is not { } request)
            await RefuseAsync(transfer, client, "", TftpErrorCode.IllegalOperation, "only read requests are served");
        else if (request.Mode is not ("octet" or "netascii"))
            await RefuseAsync(transfer, client, request.File, TftpErrorCode.IllegalOperation, "mode not supported");
        else if (source.Read(request.File) is not { } content)
            await RefuseAsync(transfer, client, request.File, TftpErrorCode.FileNotFound, "File not found");
        else
        {
            observer?.Invoke(new(client, request.File, "ok", content.Length));
            await SendAsync(transfer, content, request.Options);
        }
    }

    private async Task SendAsync(TftpServerTransfer transfer, byte[] content, IReadOnlyList<TftpOption> asked)
    {
        try
        {
            await transfer.SendAsync(content, asked, stop.Token);
        }
        finally
        {
            Interlocked.Add(ref retransmissions, transfer.Retransmissions);
        }
    }

    private async Task RefuseAsync(TftpServerTransfer transfer, IPEndPoint client, string file, TftpErrorCode code, string message)
    {
        observer?.Invoke(new(client, Printable.Text(file, 100), code == TftpErrorCode.FileNotFound ? "not-found" : $"error-{(int)code}"));
        await transfer.RefuseAsync(code, message);
    }

    private static ReadRequest? Read(byte[] bytes)
    {
        try
        {
            TftpPacket packet = TftpPacket.Parse(bytes);
            return packet.Opcode == TftpOpcode.ReadRequest ? new(packet.Text, packet.Mode, packet.Options) : null;
        }
        catch (MalformedDataException)
        {
            return null;
        }
    }

    private sealed record ReadRequest(string File, string Mode, IReadOnlyList<TftpOption> Options);
}
