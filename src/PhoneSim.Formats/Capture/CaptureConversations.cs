using System.Buffers.Binary;
using System.Net;

namespace PhoneSim.Formats.Capture;

/// <summary>What was said in a capture: datagrams in order, TCP connections put together. Packets that are cut, damaged or of other protocols are counted, not refused: a network carries them.</summary>
public sealed class CaptureConversations
{
    private const int UdpHeader = 8;
    private const int TcpHeader = 20;

    private readonly List<CapturedDatagram> datagrams = [];
    private readonly List<CapturedConnection> connections = [];
    private readonly Dictionary<(IPEndPoint, IPEndPoint), CapturedConnection> current = [];
    private readonly FragmentAssembler fragments = new();

    private CaptureConversations()
    {
    }

    public IReadOnlyList<CapturedDatagram> Datagrams => datagrams;

    public IReadOnlyList<CapturedConnection> Connections => connections;

    /// <summary>Packets that told nothing: of other protocols, cut by the capture, damaged, or beyond the limits.</summary>
    public int Ignored { get; private set; }

    public static CaptureConversations Of(CaptureFile file)
    {
        CaptureConversations all = new();
        foreach (CapturedPacket packet in file.Packets)
            all.Ignored += all.Take(packet) ? 0 : 1;
        return all;
    }

    private bool Take(CapturedPacket packet)
    {
        if (LinkFrames.FindIp(packet.Link, packet.Bytes) is not { } frame || IpReader.Read(frame) is not { } part)
            return false;
        if (part.IsWhole)
            return Take(part, packet.Time);
        return fragments.Add(part) is not { } whole || Take(whole, packet.Time);
    }

    private bool Take(IpPart packet, DateTimeOffset time) => packet.Protocol switch
    {
        InternetPackets.UdpProtocol => TakeDatagram(packet, time),
        InternetPackets.TcpProtocol => TakeSegment(packet, time),
        _ => false,
    };

    private bool TakeDatagram(IpPart packet, DateTimeOffset time)
    {
        ReadOnlySpan<byte> head = packet.Payload.Span;
        if (head.Length < UdpHeader || BinaryPrimitives.ReadUInt16BigEndian(head[4..]) is var length && (length < UdpHeader || length > head.Length))
            return false;
        (IPEndPoint from, IPEndPoint to) = Ends(packet);
        datagrams.Add(new(time, from, to, packet.Payload[UdpHeader..length]));
        return true;
    }

    private bool TakeSegment(IpPart packet, DateTimeOffset time)
    {
        ReadOnlySpan<byte> head = packet.Payload.Span;
        if (head.Length < TcpHeader)
            return false;
        int start = (head[12] >> 4) * 4;
        if (start < TcpHeader || start > head.Length)
            return false;
        TcpSegment segment = new(BinaryPrimitives.ReadUInt32BigEndian(head[4..]), BinaryPrimitives.ReadUInt32BigEndian(head[8..]), (TcpFlags)(head[13] & 0x1F), packet.Payload[start..]);
        (IPEndPoint from, IPEndPoint to) = Ends(packet);
        if (ConnectionOf(from, to, segment, time) is not { } connection)
            return false;
        connection.Take(connection.Client.Equals(from), segment, time);
        return true;
    }

    /// <summary>Ports may be used anew: another opening begins another connection.</summary>
    private CapturedConnection? ConnectionOf(IPEndPoint from, IPEndPoint to, TcpSegment segment, DateTimeOffset time)
    {
        bool opens = segment.Flags.HasFlag(TcpFlags.Syn) && !segment.Flags.HasFlag(TcpFlags.Acknowledge);
        if (!opens && current.TryGetValue((to, from), out CapturedConnection? answered))
            return answered;
        if (current.TryGetValue((from, to), out CapturedConnection? known) && (!opens || known.Opening is null || known.Opening == segment.Sequence))
            return known;
        if (connections.Count == Limits.CapturedConnections)
            return null;
        bool isAnswer = segment.Flags.HasFlag(TcpFlags.Syn) && !opens;
        CapturedConnection begun = isAnswer ? new(to, from, time) : new(from, to, time);
        connections.Add(begun);
        return current[(begun.Client, begun.Server)] = begun;
    }

    private static (IPEndPoint From, IPEndPoint To) Ends(IpPart packet)
    {
        ReadOnlySpan<byte> ports = packet.Payload.Span;
        return (new(packet.From, BinaryPrimitives.ReadUInt16BigEndian(ports)), new(packet.To, BinaryPrimitives.ReadUInt16BigEndian(ports[2..])));
    }
}
