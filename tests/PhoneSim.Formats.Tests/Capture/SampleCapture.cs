using System.Buffers.Binary;
using System.Net;
using System.Text;
using PhoneSim.Formats.Capture;

namespace PhoneSim.Formats.Tests.Capture;

/// <summary>Captures made byte by byte.</summary>
internal static class SampleCapture
{
    public static readonly DateTimeOffset Time = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    public static readonly IPEndPoint PhoneAt = new(IPAddress.Parse("192.0.2.7"), 40000);
    public static readonly IPEndPoint ServerAt = new(IPAddress.Parse("192.0.2.1"), 69);
    public static readonly IPEndPoint PhoneAt6 = new(IPAddress.Parse("2001:db8::7"), 40000);
    public static readonly IPEndPoint ServerAt6 = new(IPAddress.Parse("2001:db8::1"), 6970);

    public static byte[] PcapNg() =>
    [
        .. PcapNgBlocks.Section("phonesim", "made in a test"), .. PcapNgBlocks.Interface("sockets"), .. PcapNgBlocks.Secrets("CLIENT_RANDOM 00 11\n"),
        .. PcapNgBlocks.Packet(Time, InternetPackets.Udp(PhoneAt, ServerAt, "question"u8), ["SEP001122334455 asks", "and waits"]),
        .. PcapNgBlocks.Packet(Time.AddTicks(7), InternetPackets.Tcp(PhoneAt6, ServerAt6, new(1, 0, TcpFlags.Syn, default)), []),
        .. PcapNgBlocks.Packet(Time.AddTicks(8), Segment6(2, "GET"), []),
        .. Fragments("in two pieces").SelectMany(fragment => PcapNgBlocks.Packet(Time, fragment, [])),
    ];

    /// <summary>Big-endian, Ethernet with a VLAN tag.</summary>
    public static byte[] Pcap() => Pcap(LinkType.Ethernet, [.. new byte[12], 0x81, 0, 0, 110, 8, 0, .. InternetPackets.Udp(PhoneAt, ServerAt, "question"u8)]);

    public static byte[] Pcap(LinkType link, params ReadOnlySpan<byte[]> frames)
    {
        List<byte> file = [0xA1, 0xB2, 0xC3, 0xD4, 0, 2, 0, 4, .. new byte[8], 0, 4, 0, 0, .. Number((uint)link)];
        foreach (byte[] frame in frames)
            file.AddRange([.. Number((uint)Time.ToUnixTimeSeconds()), .. Number(5), .. Number((uint)frame.Length), .. Number((uint)frame.Length), .. frame]);
        return [.. file];
    }

    public static byte[] Segment6(uint sequence, string text, TcpFlags flags = TcpFlags.Acknowledge) =>
        InternetPackets.Tcp(PhoneAt6, ServerAt6, new(sequence, 0, flags, Encoding.ASCII.GetBytes(text)));

    /// <summary>A datagram in two IPv4 fragments, the second of them first.</summary>
    public static byte[][] Fragments(string text)
    {
        byte[] whole = InternetPackets.Udp(PhoneAt, ServerAt, Encoding.ASCII.GetBytes(text));
        return [Fragment(whole, 16, whole.Length - 20, last: true), Fragment(whole, 0, 16, last: false)];
    }

    private static byte[] Fragment(byte[] whole, int start, int end, bool last)
    {
        byte[] fragment = [.. whole[..20], .. whole[(20 + start)..(20 + end)]];
        BinaryPrimitives.WriteUInt16BigEndian(fragment.AsSpan(2), (ushort)fragment.Length);
        BinaryPrimitives.WriteUInt16BigEndian(fragment.AsSpan(6), (ushort)((start / 8) | (last ? 0 : 0x2000)));
        return fragment;
    }

    private static byte[] Number(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
