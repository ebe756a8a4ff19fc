using System.Net;
using PhoneSim.Formats.Capture;

namespace PhoneSim.Network.Capture;

/// <summary>A TCP connection told as packets: handshake, segments of Ethernet's size each acknowledged at once, end. Safe for one reader beside one writer.</summary>
internal sealed class TcpTrace(PacketCapture capture, IPEndPoint near, IPEndPoint far)
{
    /// <summary>What Ethernet carries of a segment.</summary>
    private const int SegmentBytes = 1460;

    private readonly Lock gate = new();
    private readonly TcpEnd nearEnd = new(near);
    private readonly TcpEnd farEnd = new(far);

    public void Open(bool byFar)
    {
        (TcpEnd client, TcpEnd server) = byFar ? (farEnd, nearEnd) : (nearEnd, farEnd);
        lock (gate)
        {
            Write(client, server, TcpFlags.Syn);
            Write(server, client, TcpFlags.Syn | TcpFlags.Acknowledge);
            Write(client, server, TcpFlags.Acknowledge);
        }
    }

    public void Sent(ReadOnlyMemory<byte> content) => Carry(nearEnd, farEnd, content);

    public void Received(ReadOnlyMemory<byte> content) => Carry(farEnd, nearEnd, content);

    public void Closed() => Finish(nearEnd, farEnd, TcpFlags.Fin);

    public void FarClosed() => Finish(farEnd, nearEnd, TcpFlags.Fin);

    public void FarBrokeOff() => Finish(farEnd, nearEnd, TcpFlags.Reset);

    private void Carry(TcpEnd from, TcpEnd to, ReadOnlyMemory<byte> content)
    {
        lock (gate)
            for (; content.Length > 0; content = content[Math.Min(SegmentBytes, content.Length)..])
            {
                Write(from, to, TcpFlags.Push | TcpFlags.Acknowledge, content[..Math.Min(SegmentBytes, content.Length)]);
                Write(to, from, TcpFlags.Acknowledge);
            }
    }

    /// <summary>Once a side, and not after a reset.</summary>
    private void Finish(TcpEnd from, TcpEnd to, TcpFlags how)
    {
        lock (gate)
        {
            if (from.IsFinished || to.WasReset || from.WasReset)
                return;
            (from.IsFinished, from.WasReset) = (true, how == TcpFlags.Reset);
            Write(from, to, how | TcpFlags.Acknowledge);
            if (how == TcpFlags.Fin)
                Write(to, from, TcpFlags.Acknowledge);
        }
    }

    private void Write(TcpEnd from, TcpEnd to, TcpFlags flags, ReadOnlyMemory<byte> content = default)
    {
        capture.Write(InternetPackets.Tcp(from.At, to.At, new(from.Next, flags.HasFlag(TcpFlags.Acknowledge) ? to.Next : 0, flags, content)));
        from.Next += (uint)content.Length + ((flags & (TcpFlags.Syn | TcpFlags.Fin)) == 0 ? 0u : 1u);
    }

    /// <param name="at">Where it is.</param>
    private sealed class TcpEnd(IPEndPoint at)
    {
        public IPEndPoint At => at;

        /// <summary>Sequence number of its next byte.</summary>
        public uint Next { get; set; } = (uint)at.Port << 16;

        public bool IsFinished { get; set; }

        public bool WasReset { get; set; }
    }
}
