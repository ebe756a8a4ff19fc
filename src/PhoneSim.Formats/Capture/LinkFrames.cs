using System.Buffers.Binary;

namespace PhoneSim.Formats.Capture;

/// <summary>Finds the IP packet in a frame; what carries none gives null.</summary>
internal static class LinkFrames
{
    private const int EtherTypeIpv4 = 0x0800;
    private const int EtherTypeIpv6 = 0x86DD;
    private const int MostTags = 2;

    public static ReadOnlyMemory<byte>? FindIp(LinkType link, ReadOnlyMemory<byte> frame) => link switch
    {
        LinkType.Raw or LinkType.RawOld or LinkType.Ipv4 or LinkType.Ipv6 => frame,
        LinkType.Null or LinkType.Loop => After(frame, 4),
        LinkType.Ethernet => FromType(frame, 12),
        LinkType.LinuxCooked => FromType(frame, 14),
        LinkType.LinuxCooked2 => frame.Length >= 20 && IsIp(TypeAt(frame, 0)) ? frame[20..] : null,
        _ => null,
    };

    /// <summary>VLAN tags (802.1Q, 802.1ad) stand between the addresses and the type: phones sit in a voice VLAN.</summary>
    private static ReadOnlyMemory<byte>? FromType(ReadOnlyMemory<byte> frame, int at)
    {
        for (int tags = 0; tags <= MostTags && frame.Length >= at + 2; tags++, at += 4)
            if (IsIp(TypeAt(frame, at)))
                return frame[(at + 2)..];
            else if (TypeAt(frame, at) is not (0x8100 or 0x88A8))
                return null;
        return null;
    }

    private static ReadOnlyMemory<byte>? After(ReadOnlyMemory<byte> frame, int count) => frame.Length >= count ? frame[count..] : null;

    private static bool IsIp(int type) => type is EtherTypeIpv4 or EtherTypeIpv6;

    private static int TypeAt(ReadOnlyMemory<byte> frame, int at) => BinaryPrimitives.ReadUInt16BigEndian(frame.Span[at..]);
}
