using System.Buffers.Binary;
using System.Net;

namespace PhoneSim.Formats.Capture;

/// <summary>IPv4 and IPv6 headers; null for what is cut or none. A length of 0 is a sending host's own capture of what its network card cuts up: the rest of the frame counts.</summary>
internal static class IpReader
{
    private const byte HopByHop = 0;
    private const byte Routing = 43;
    private const byte Fragment = 44;
    private const byte DestinationOptions = 60;
    private const int Ipv6Header = 40;
    private const int MostExtensions = 8;

    public static IpPart? Read(ReadOnlyMemory<byte> packet) => packet.Length == 0 ? null : (packet.Span[0] >> 4) switch
    {
        4 => ReadIpv4(packet),
        6 => ReadIpv6(packet),
        _ => null,
    };

    private static IpPart? ReadIpv4(ReadOnlyMemory<byte> packet)
    {
        ReadOnlySpan<byte> head = packet.Span;
        int start = (head[0] & 15) * 4;
        if (start < 20 || head.Length < start)
            return null;
        int end = BinaryPrimitives.ReadUInt16BigEndian(head[2..]) is var total and > 0 ? total : head.Length;
        if (end < start || end > head.Length)
            return null;
        ushort place = BinaryPrimitives.ReadUInt16BigEndian(head[6..]);
        return new(new(head[12..16]), new(head[16..20]), head[9], packet[start..end], (place & 0x1FFF) * 8, (place & 0x2000) == 0, BinaryPrimitives.ReadUInt16BigEndian(head[4..]));
    }

    private static IpPart? ReadIpv6(ReadOnlyMemory<byte> packet)
    {
        if (packet.Length < Ipv6Header)
            return null;
        ReadOnlySpan<byte> head = packet.Span;
        int end = BinaryPrimitives.ReadUInt16BigEndian(head[4..]) is var length and > 0 ? Ipv6Header + length : packet.Length;
        return end > packet.Length ? null : SkipExtensions(new(new(head[8..24]), new(head[24..40]), head[6], packet[Ipv6Header..end]));
    }

    private static IpPart? SkipExtensions(IpPart part)
    {
        for (int extensions = 0; part.Protocol is HopByHop or Routing or Fragment or DestinationOptions; extensions++)
        {
            if (extensions == MostExtensions || part.Payload.Length < 8)
                return null;
            part = part.Protocol == Fragment ? EnterFragment(part) : SkipExtension(part);
        }

        return part;
    }

    private static IpPart SkipExtension(IpPart part)
    {
        ReadOnlySpan<byte> extension = part.Payload.Span;
        return part with { Protocol = extension[0], Payload = part.Payload[Math.Min(8 + (extension[1] * 8), extension.Length)..] };
    }

    /// <summary>Only the first fragment has what follows; the others end here, whatever they say comes next.</summary>
    private static IpPart EnterFragment(IpPart part)
    {
        ReadOnlySpan<byte> extension = part.Payload.Span;
        ushort place = BinaryPrimitives.ReadUInt16BigEndian(extension[2..]);
        return part with
        {
            Protocol = extension[0], Payload = part.Payload[8..], Offset = place & 0xFFF8, IsLast = (place & 1) == 0, Identification = BinaryPrimitives.ReadUInt32BigEndian(extension[4..]),
        };
    }
}
