using PhoneSim.Fleet.Loop;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Fleet.Tftp;

/// <summary>
/// A port with the transfers on it: one of its own, or several whose servers answer from different ports. At most one request on it waits for its first answer, since such an
/// answer names no file; and once a request had to be repeated, two answers to it may come: no further request goes out from that port, and it stays open for a while to refuse the
/// second one, which else would reach whichever phone gets the port next. The port of one transfer rests and serves another one if nothing can come late that would do harm.
/// </summary>
internal sealed class TftpSocket : ILoopSocket
{
    /// <summary>Our choice: servers repeat a first block that nobody acknowledged within a few seconds.</summary>
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(8);

    private readonly TftpSockets sockets;
    private readonly DatagramSocket socket;
    private readonly Dictionary<PeerAddress, LoopTransfer>? transfers;
    private LoopTransfer? asking;
    private PeerAddress asked;
    private bool isEnding;
    private LoopTimer? lingering;

    public TftpSocket(TftpSockets sockets, in PeerAddress local, bool shared)
    {
        (this.sockets, Local) = (sockets, local);
        transfers = shared ? [] : null;
        socket = new(local);
        socket.Join(sockets.Loop, this);
    }

    public PeerAddress Local { get; }

    public bool IsInDoubt { get; set; }

    public bool IsClosed { get; private set; }

    public void Ask(LoopTransfer transfer, in PeerAddress server) => (asking, asked) = (transfer, server);

    public void Send(ReadOnlySpan<byte> packet, ref PeerAddress to) => socket.Send(packet, ref to);

    /// <summary>A packet of no transfer here.</summary>
    public void Reject(ReadOnlySpan<byte> packet, ref PeerAddress from)
    {
        if (TftpPackets.Rejection(packet) is { } answer)
            socket.Send(answer, ref from);
    }

    public void OnReadable()
    {
        PeerAddress from = default;
        int length = socket.Receive(sockets.Buffer, ref from);
        if (length == -2)
            Refuse(from);
        else if (length > 0)
            Route(sockets.Buffer.AsSpan(0, length), ref from);
    }

    /// <summary>The transfer is over.</summary>
    /// <param name="isClean">Whether nothing that may still come of it can pass for the first answer to another request.</param>
    public void Leave(LoopTransfer transfer, bool isClean)
    {
        bool wasAsking = asking == transfer;
        asking = wasAsking ? null : asking;
        transfers?.Remove(transfer.Peer);
        if (transfers is null && isClean && !IsInDoubt)
            sockets.Rest(this);
        else if (asking is null && transfers is null or { Count: 0 } && (transfers is null || IsInDoubt))
            End();
        else if (wasAsking && !IsInDoubt)
            sockets.Offer(this);
    }

    private void Route(ReadOnlySpan<byte> packet, ref PeerAddress from)
    {
        if (transfers is not null && transfers.TryGetValue(from, out LoopTransfer? known))
            known.Take(packet, ref from);
        else if (asking is { } transfer && from.IsSameHost(asked) && (transfer.Peer.Length != 0 || MayBeFirst(packet)))
            Answer(transfer, packet, ref from);
        else
            Reject(packet, ref from);
    }

    /// <summary>Only the transfer that spoke to that port: errors sent to strangers come back too.</summary>
    private void Refuse(in PeerAddress by)
    {
        if (transfers is not null && transfers.TryGetValue(by, out LoopTransfer? known))
            known.Refuse();
        else if (asking is { } transfer && by.Equals(transfer.Peer.Length == 0 ? asked : transfer.Peer))
            transfer.Refuse();
    }

    /// <summary>Option acknowledgement, block 1, or an error, but not of a transfer id: what is late of a transfer that is over must not pass for the first of the next one.</summary>
    private static bool MayBeFirst(ReadOnlySpan<byte> packet) => packet is
        [0, (byte)TftpOpcode.OptionAcknowledgement, ..] or [0, (byte)TftpOpcode.Data, 0, 1, ..] or [0, (byte)TftpOpcode.Error, _, not (byte)TftpErrorCode.UnknownTransferId, ..];

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

    /// <summary>At once, whatever may still come.</summary>
    public void Close()
    {
        if (IsClosed)
            return;
        IsClosed = true;
        lingering?.End();
        lingering = null;
        socket.Close(sockets.Loop);
    }

    private void End()
    {
        if (isEnding)
            return;
        isEnding = true;
        if (!IsInDoubt)
        {
            Close();
            return;
        }

        lingering = sockets.Loop.Await(sockets.Loop.Time.GetTimestamp() + sockets.Loop.Time.Ticks(Lingering), Close);
        sockets.Linger(this);
    }
}
