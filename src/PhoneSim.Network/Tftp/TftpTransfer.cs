using System.Buffers;
using System.Globalization;
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
    private const int ErrorTextLimit = 200;

    private readonly FetchRequest request;
    private readonly IPEndPoint server;
    private readonly TftpSettings settings;
    private readonly TimeProvider time;
    private readonly Action<TftpPacketSeen>? observer;
    private readonly Socket socket;
    private readonly TftpReceivedFile file;
    private readonly byte[] buffer;
    private IPEndPoint? peer;
    private byte[] lastSent = [];
    private int blockSize = 512;
    private int windowSize = 1;
    private int retransmission;

    public TftpTransfer(FetchRequest request, IPEndPoint server, TftpSettings settings, TimeProvider time, Action<TftpPacketSeen>? observer)
    {
        (this.request, this.server, this.settings, this.time, this.observer) = (request, server, settings, time, observer);
        socket = new(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(server.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0));
        ReportRefusals();
        file = new(request.SizeLimit);
        buffer = ArrayPool<byte>.Shared.Rent(65536);
    }

    public static bool HasOptions(TftpSettings settings) =>
        settings.BlockSize != 512 || settings.WindowSize != 1 || settings.AsksTransferSize || settings.TimeoutOption is not null;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        socket.Dispose();
    }

    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled; the server was told.</exception>
    public async Task<FetchResult> RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource deadline = new(settings.Deadline, time);
        try
        {
            await SendAsync(server, TftpPackets.ReadRequest(request.FileName, Options()));
            return await ExchangeAsync(cancellation, deadline.Token);
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

    private IEnumerable<TftpOption> Options()
    {
        if (settings.BlockSize != 512)
            yield return new(TftpOption.BlockSize, Text(settings.BlockSize));
        if (settings.AsksTransferSize)
            yield return new(TftpOption.TransferSize, "0");
        if (settings.TimeoutOption is { } seconds)
            yield return new(TftpOption.Timeout, Text(seconds));
        if (settings.WindowSize != 1)
            yield return new(TftpOption.WindowSize, Text(settings.WindowSize));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<FetchResult> ExchangeAsync(CancellationToken cancellation, CancellationToken deadline)
    {
        while (true)
        {
            int length = await ReceiveAsync(cancellation, deadline);
            if (length == 0 && deadline.IsCancellationRequested)
                return new(FetchAnswer.Timeout, default, default, Detail: $"not complete within {settings.Deadline.TotalSeconds:0.#} s");
            if (length == 0 && !await RetransmitAsync())
                return new(FetchAnswer.Timeout, default, default, Detail: peer is null ? "no answer" : "the server fell silent");
            if (length > 0 && await TakeAsync(buffer.AsMemory(0, length)) is { } result)
                return result;
        }
    }

    /// <summary>The length of the next datagram of this transfer; 0: the wait for it is over.</summary>
    private async Task<int> ReceiveAsync(CancellationToken cancellation, CancellationToken deadline)
    {
        using CancellationTokenSource wait = new(settings.Retransmissions[Math.Min(retransmission, settings.Retransmissions.Count - 1)], time);
        using CancellationTokenSource any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline, wait.Token);
        try
        {
            while (true)
            {
                SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, AnyAddress(), any.Token);
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

    private IPEndPoint AnyAddress() => new(server.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);

    /// <summary>The first answer from the server's address fixes the transfer id; a packet from elsewhere gets error 5 and changes nothing (RFC 1350 section 4).</summary>
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
        await SendRawAsync(from, TftpPackets.Error(TftpErrorCode.UnknownTransferId, "unknown transfer id"));
        return false;
    }

    private async Task<bool> RetransmitAsync()
    {
        if (++retransmission >= settings.Retransmissions.Count)
            return false;
        await SendRawAsync(peer ?? server, lastSent);
        return true;
    }

    private async Task<FetchResult?> TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        TftpStep step = Decide(bytes.Span);
        retransmission = step.Advances ? 0 : retransmission;
        if (step.Reply is { } reply)
            await SendAsync(peer!, reply);
        return step.Result;
    }

    private TftpStep Decide(ReadOnlySpan<byte> bytes)
    {
        TftpPacket packet;
        try
        {
            packet = TftpPacket.Parse(bytes);
        }
        catch (MalformedDataException e)
        {
            return Abort(TftpErrorCode.IllegalOperation, $"malformed packet: {e.Message}");
        }

        return packet.Opcode switch
        {
            TftpOpcode.Error => new(Result: Failed(packet)),
            TftpOpcode.OptionAcknowledgement => file.Blocks == 0 ? AcceptOptions(packet.Options) : default,
            TftpOpcode.Data => TakeData(packet),
            _ => Abort(TftpErrorCode.IllegalOperation, $"unexpected {packet.Opcode}"),
        };
    }

    private static FetchResult Failed(TftpPacket packet) => new(
        packet.ErrorCode == TftpErrorCode.FileNotFound ? FetchAnswer.NotFound : FetchAnswer.TftpError, default, default, (int)packet.ErrorCode,
        packet.Text.Length == 0 ? null : Printable.Text(packet.Text, ErrorTextLimit));

    private static TftpStep Abort(TftpErrorCode code, string why) =>
        new(TftpPackets.Error(code, why), new(FetchAnswer.Aborted, default, default, Detail: why), Advances: true);

    private TftpStep AcceptOptions(IReadOnlyList<TftpOption> options)
    {
        foreach (TftpOption option in options)
            if (Refuse(option) is { } why)
                return Abort(TftpErrorCode.OptionsRefused, why);
        if (file.IsTooBig)
            return TooBig();
        return new(TftpPackets.Acknowledgement(0), Advances: true);
    }

    /// <summary>Takes the option over; null, or why it may not stand (RFC 2347: only what was asked; RFC 2348: at most the size asked).</summary>
    private string? Refuse(TftpOption option)
    {
        if (!Options().Any(o => o.Name == option.Name))
            return $"option {Printable.Text(option.Name, 20)} was not asked";
        if (!long.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long value))
            return $"option {option.Name} is no number";
        switch (option.Name)
        {
            case TftpOption.BlockSize when value < 8 || value > settings.BlockSize:
            case TftpOption.WindowSize when value < 1 || value > settings.WindowSize:
            case TftpOption.Timeout when value != settings.TimeoutOption:
                return $"{option.Name} {value} is not what was asked";
            case TftpOption.BlockSize:
                blockSize = (int)value;
                break;
            case TftpOption.WindowSize:
                windowSize = (int)value;
                break;
            case TftpOption.TransferSize:
                file.Announce(value);
                break;
        }

        return null;
    }

    private TftpStep TooBig() => new(
        TftpPackets.Error(TftpErrorCode.DiskFull, "file too large"), new(FetchAnswer.TooBig, default, default, Detail: $"more than {request.SizeLimit} bytes"), Advances: true);

    private TftpStep TakeData(TftpPacket packet)
    {
        if (packet.Payload.Length > blockSize)
            return Abort(TftpErrorCode.IllegalOperation, $"a block of {packet.Payload.Length} bytes where {blockSize} were agreed");
        if (packet.Block != (ushort)(file.Blocks + 1))
            return OutOfOrder(packet.Block);
        if (!file.Append(packet.Payload))
            return TooBig();
        bool last = packet.Payload.Length < blockSize;
        bool windowIsFull = file.Blocks - file.Acknowledged >= windowSize;
        if (!last && !windowIsFull)
            return new(Advances: true);
        file.Acknowledged = file.Blocks;
        return new(TftpPackets.Acknowledgement(packet.Block), last ? new(FetchAnswer.Ok, file.Content, default) : null, Advances: true);
    }

    /// <summary>A doubled block is not acknowledged again (no sorcerer's apprentice); a gap in a window asks for the rest anew (RFC 7440).</summary>
    private TftpStep OutOfOrder(ushort block)
    {
        bool gap = windowSize > 1 && (ushort)(block - (ushort)file.Blocks) < windowSize && file.Blocks > 0;
        if (!gap)
            return default;
        file.Acknowledged = file.Blocks;
        return new(TftpPackets.Acknowledgement((ushort)file.Blocks));
    }

    private ValueTask<int> SendAsync(IPEndPoint to, byte[] packet)
    {
        lastSent = packet;
        return SendRawAsync(to, packet);
    }

    private ValueTask<int> SendRawAsync(IPEndPoint to, byte[] packet)
    {
        observer?.Invoke(new(PacketDirection.Sent, socket.LocalEndPoint!, to, packet));
        return socket.SendToAsync(packet, SocketFlags.None, to, CancellationToken.None);
    }

    private async Task TellAsync(TftpErrorCode code, string message)
    {
        if (peer is not null)
            await SendRawAsync(peer, TftpPackets.Error(code, message));
    }
}
