using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Formats.Tftp;
using PhoneSim.Network.Capture;

namespace PhoneSim.Lab.Tftp;

/// <summary>One read transfer on the server's side, on a port of its own.</summary>
internal sealed class TftpServerTransfer : IDisposable
{
    private const int MaxRetransmissions = 5;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private readonly Socket socket;
    private readonly TimeProvider time;
    private readonly PacketCapture? capture;
    private readonly byte[] buffer = new byte[1024];
    private TimeSpan timeout;
    private int blockSize = 512;
    private int windowSize = 1;

    public TftpServerTransfer(IPEndPoint client, IPAddress local, TimeProvider time, TimeSpan retransmission, PacketCapture? capture)
    {
        (this.time, timeout, this.capture) = (time, retransmission, capture);
        socket = new(client.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(local, 0));
        socket.Connect(client);
    }

    /// <summary>Packets sent again so far.</summary>
    public int Retransmissions { get; private set; }

    public void Dispose() => socket.Dispose();

    public async Task RefuseAsync(TftpErrorCode code, string message) => await SendAsync(TftpPackets.Error(code, message), CancellationToken.None);

    public async Task SendAsync(byte[] content, IReadOnlyList<TftpOption> asked, CancellationToken cancellation)
    {
        using CancellationTokenSource deadline = new(Deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        IReadOnlyList<TftpOption> agreed = [.. asked.Select(option => Agree(option, content.Length)).OfType<TftpOption>()];
        if (agreed.Count > 0 && await ExchangeAsync([TftpPackets.OptionAcknowledgement(agreed)], 0, 0, either.Token) is null)
            return;
        long blocks = (content.Length / blockSize) + 1;
        for (long done = 0; done < blocks;)
        {
            long last = Math.Min(done + windowSize, blocks);
            if (await ExchangeAsync(Blocks(content, done + 1, last), done, last, either.Token) is not { } acknowledged)
                return;
            done = acknowledged;
        }
    }

    private ValueTask<int> SendAsync(byte[] packet, CancellationToken cancellation)
    {
        capture?.AddDatagram((IPEndPoint)socket.LocalEndPoint!, (IPEndPoint)socket.RemoteEndPoint!, packet);
        return socket.SendAsync(packet, SocketFlags.None, cancellation);
    }

    private TftpOption? Agree(TftpOption option, int size)
    {
        if (!int.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            return null;
        switch (option.Name)
        {
            case TftpOption.BlockSize when value is >= 8 and <= 65464:
                blockSize = value;
                return option;
            case TftpOption.WindowSize when value is >= 1 and <= 65535:
                windowSize = Math.Min(value, 64);
                return option with { Value = windowSize.ToString(CultureInfo.InvariantCulture) };
            case TftpOption.Timeout when value is >= 1 and <= 255:
                timeout = TimeSpan.FromSeconds(value);
                return option;
            case TftpOption.TransferSize:
                return option with { Value = size.ToString(CultureInfo.InvariantCulture) };
            default:
                return null;
        }
    }

    private List<byte[]> Blocks(byte[] content, long first, long last)
    {
        List<byte[]> packets = [];
        for (long block = first; block <= last; block++)
        {
            int start = (int)((block - 1) * blockSize);
            int length = Math.Min(blockSize, content.Length - start);
            byte[] packet = new byte[4 + length];
            TftpPackets.WriteDataHead(packet, (ushort)block);
            content.AsSpan(start, length).CopyTo(packet.AsSpan(4));
            packets.Add(packet);
        }

        return packets;
    }

    /// <summary>Sends until a block from <paramref name="before"/> to <paramref name="last"/> is acknowledged: its number without wrap; null: the client gave up.</summary>
    private async Task<long?> ExchangeAsync(List<byte[]> packets, long before, long last, CancellationToken cancellation)
    {
        for (int attempt = 0; attempt <= MaxRetransmissions; attempt++)
        {
            Retransmissions += attempt == 0 ? 0 : packets.Count;
            foreach (byte[] packet in packets)
                await SendAsync(packet, cancellation);
            if (await AwaitAcknowledgementAsync(before, last, cancellation) is { } acknowledged)
                return acknowledged < 0 ? null : acknowledged;
        }

        return null;
    }

    /// <summary>The block acknowledged; -1: the client sent an error; null: silence.</summary>
    private async Task<long?> AwaitAcknowledgementAsync(long before, long last, CancellationToken cancellation)
    {
        using CancellationTokenSource wait = new(timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, wait.Token);
        try
        {
            while (true)
            {
                int length = await socket.ReceiveAsync(buffer, SocketFlags.None, either.Token);
                capture?.AddDatagram((IPEndPoint)socket.RemoteEndPoint!, (IPEndPoint)socket.LocalEndPoint!, buffer.AsSpan(0, length));
                if (Acknowledged(buffer.AsSpan(0, length), before, last) is { } block)
                    return block;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static long? Acknowledged(ReadOnlySpan<byte> bytes, long before, long last)
    {
        try
        {
            TftpPacket packet = TftpPacket.Parse(bytes);
            if (packet.Opcode == TftpOpcode.Error)
                return -1;
            long block = last - (ushort)((ushort)last - packet.Block);
            bool isNew = block > before || (before == 0 && last == 0 && block == 0);
            return packet.Opcode == TftpOpcode.Acknowledgement && isNew ? block : null;
        }
        catch (MalformedDataException)
        {
            return -1;
        }
    }
}
