using System.Buffers;
using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Formats.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Network.Tftp;

/// <summary>One read transfer on a socket of its own: request, options, blocks in order, last acknowledgement.</summary>
internal sealed class TftpTransfer : IDisposable
{
    private readonly IPEndPoint server;
    private readonly TftpSettings settings;
    private readonly TimeProvider time;
    private readonly Action<TftpPacketSeen>? observer;
    private readonly Socket socket;
    private readonly TftpExchange exchange;
    private readonly byte[] buffer;
    private readonly IPEndPoint anyAddress;
    private readonly long started;
    private CancellationTokenSource wait;
    private IPEndPoint? peer;

    public TftpTransfer(FetchRequest request, IPEndPoint server, TftpSettings settings, TimeProvider time, Action<TftpPacketSeen>? observer)
    {
        (this.server, this.settings, this.time, this.observer) = (server, settings, time, observer);
        socket = new(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        anyAddress = new(server.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        socket.Bind(anyAddress);
        ReportRefusals();
        exchange = new(request, settings);
        started = time.GetTimestamp();
        wait = new(Timeout.InfiniteTimeSpan, time);
        buffer = ArrayPool<byte>.Shared.Rent(65536);
    }

    public void Dispose()
    {
        wait.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        socket.Dispose();
    }

    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled; the server was told.</exception>
    public async Task<FetchResult> RunAsync(CancellationToken cancellation)
    {
        await using CancellationTokenRegistration breakOff = cancellation.UnsafeRegister(static transfer => ((TftpTransfer)transfer!).wait.Cancel(), this);
        try
        {
            await SendAsync(server, exchange.Begin());
            return await ExchangeAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await TellAsync(TftpErrorCode.NotDefined, "cancelled");
            throw;
        }
        catch (SocketException e)
        {
            return new(e.SocketErrorCode == SocketError.ConnectionRefused ? FetchAnswer.Refused : FetchAnswer.Aborted, default, default, Detail: e.Message);
        }
    }

    /// <summary>Linux tells an unconnected socket of "port unreachable" only when asked (ip(7) IP_RECVERR, ipv6(7) IPV6_RECVERR).</summary>
    private void ReportRefusals()
    {
        if (!OperatingSystem.IsLinux())
            return;
        bool v6 = server.AddressFamily == AddressFamily.InterNetworkV6;
        socket.SetRawSocketOption(v6 ? 41 : 0, v6 ? 25 : 11, [1, 0, 0, 0]);
    }

    private async Task<FetchResult> ExchangeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            int length = await ReceiveAsync(cancellation);
            if (length == 0 && Left <= TimeSpan.Zero)
                return new(FetchAnswer.Timeout, default, default, Detail: $"not complete within {settings.Deadline.TotalSeconds:0.#} s");
            if (length == 0 && !await RetransmitAsync())
                return new(FetchAnswer.Timeout, default, default, Detail: peer is null ? "no answer" : "the server fell silent");
            if (length > 0 && await TakeAsync(buffer.AsMemory(0, length)) is { } result)
                return result;
        }
    }

    private TimeSpan Left => settings.Deadline - time.GetElapsedTime(started);

    /// <summary>The length of the next datagram of this transfer; 0: the wait for it is over.</summary>
    private async Task<int> ReceiveAsync(CancellationToken cancellation)
    {
        BeginWait(cancellation);
        try
        {
            while (true)
            {
                SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, anyAddress, wait.Token);
                IPEndPoint from = (IPEndPoint)received.RemoteEndPoint;
                if (received.ReceivedBytes > 0 && await IsOurPeerAsync(from, buffer.AsMemory(0, received.ReceivedBytes)))
                    return received.ReceivedBytes;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>One source for all waits of a transfer: two more for each packet cost more than the packet.</summary>
    private void BeginWait(CancellationToken cancellation)
    {
        if (!wait.TryReset())
            wait = new(Timeout.InfiniteTimeSpan, time);
        cancellation.ThrowIfCancellationRequested();
        wait.CancelAfter(Left < exchange.Wait ? TimeSpan.FromMilliseconds(Math.Max(1, Left.TotalMilliseconds)) : exchange.Wait);
    }

    /// <summary>The first answer from the server's address fixes the transfer id; a packet from elsewhere gets error 5, unless it is an error itself, and changes nothing (RFC 1350 sections 2 and 4).</summary>
    private async Task<bool> IsOurPeerAsync(IPEndPoint from, ReadOnlyMemory<byte> packet)
    {
        bool ours = peer is null ? from.Address.Equals(server.Address) : from.Equals(peer);
        if (ours)
        {
            peer ??= from;
            observer?.Invoke(new(PacketDirection.Received, socket.LocalEndPoint!, from, packet));
            return true;
        }

        observer?.Invoke(new(PacketDirection.Ignored, socket.LocalEndPoint!, from, packet));
        if (TftpPackets.Rejection(packet.Span) is { } answer)
            await SendAsync(from, answer);
        return false;
    }

    private async Task<bool> RetransmitAsync()
    {
        if (!exchange.MayRepeat())
            return false;
        NetworkMetrics.SentAgain();
        await SendAsync(peer ?? server, exchange.LastSent);
        return true;
    }

    private async Task<FetchResult?> TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        TftpStep step = exchange.Take(bytes.Span);
        if (step.Reply is { } reply)
            await SendAsync(peer!, reply);
        return step.Result;
    }

    private ValueTask<int> SendAsync(IPEndPoint to, byte[] packet)
    {
        observer?.Invoke(new(PacketDirection.Sent, socket.LocalEndPoint!, to, packet));
        return socket.SendToAsync(packet, SocketFlags.None, to, CancellationToken.None);
    }

    private async Task TellAsync(TftpErrorCode code, string message)
    {
        if (peer is not null)
            await SendAsync(peer, TftpPackets.Error(code, message));
    }
}
