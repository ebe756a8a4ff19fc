using PhoneSim.Fleet.Loop;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Fleet.Tftp;

/// <summary>
/// A port with the transfers on it: one of its own, or several whose servers answer from different ports. At most one request on it waits for its first answer, since such an
/// answer names no file; and once a request had to be repeated, two answers to it may come, so no further request goes out from that port.
/// </summary>
internal sealed class TftpSocket : ILoopSocket
{
    private readonly TftpSockets sockets;
    private readonly DatagramSocket socket;
    private readonly Dictionary<PeerAddress, LoopTransfer>? transfers;
    private LoopTransfer? asking;
    private PeerAddress asked;
    private bool isClosed;

    public TftpSocket(TftpSockets sockets, int family, bool shared)
    {
        (this.sockets, Family) = (sockets, family);
        transfers = shared ? [] : null;
        socket = new(family);
        socket.Join(sockets.Loop, this);
    }

    public int Family { get; }

    public bool IsInDoubt { get; set; }

    public void Ask(LoopTransfer transfer, in PeerAddress server) => (asking, asked) = (transfer, server);

    public void Send(ReadOnlySpan<byte> packet, ref PeerAddress to) => socket.Send(packet, ref to);

    public void OnReadable()
    {
        PeerAddress from = default;
        int length = socket.Receive(sockets.Buffer, ref from);
        if (length == -2)
            asking?.Refuse();
        else if (length > 0)
            Route(sockets.Buffer.AsSpan(0, length), ref from);
    }

    /// <summary>The transfer is over.</summary>
    public void Leave(LoopTransfer transfer)
    {
        bool wasAsking = asking == transfer;
        asking = wasAsking ? null : asking;
        transfers?.Remove(transfer.Peer);
        if (transfers is null || (IsInDoubt && transfers.Count == 0 && asking is null))
            Close();
        else if (wasAsking && !IsInDoubt)
            sockets.Offer(this);
    }

    private void Route(ReadOnlySpan<byte> packet, ref PeerAddress from)
    {
        if (transfers is not null && transfers.TryGetValue(from, out LoopTransfer? known))
            known.Take(packet, ref from);
        else if (asking is { } transfer && from.IsSameHost(asked) && (transfers is null || MayBeFirst(packet)))
            Answer(transfer, packet, ref from);
        else
            socket.Send(TftpPackets.Error(TftpErrorCode.UnknownTransferId, "unknown transfer id"), ref from);
    }

    /// <summary>Error, option acknowledgement or block 1: a late packet of a transfer that is over must not pass for the first of the next one.</summary>
    private static bool MayBeFirst(ReadOnlySpan<byte> packet) => packet is [0, (byte)TftpOpcode.Error or (byte)TftpOpcode.OptionAcknowledgement, ..] or [0, (byte)TftpOpcode.Data, 0, 1, ..];

    private void Answer(LoopTransfer transfer, ReadOnlySpan<byte> packet, ref PeerAddress from)
    {
        if (transfers is not null)
        {
            asking = null;
            transfers[from] = transfer;
            if (!IsInDoubt)
                sockets.Offer(this);
        }

        transfer.Take(packet, ref from);
    }

    private void Close()
    {
        if (isClosed)
            return;
        isClosed = true;
        socket.Close(sockets.Loop);
    }
}
