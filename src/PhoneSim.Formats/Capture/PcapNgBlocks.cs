using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PhoneSim.Formats.Capture;

/// <summary>Bytes of pcapng blocks, little-endian, one interface of raw IP with nanoseconds. A file is a section, the interface, then names, secrets and packets; secrets come before the packets they open.</summary>
public static class PcapNgBlocks
{
    private const byte Nanoseconds = 9;
    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const uint TlsKeyLog = 0x544C534B;
    // Records of names have the layout of options.
    private const ushort Ipv4Name = 1;
    private const ushort Ipv6Name = 2;
    private const int LongestOption = ushort.MaxValue;

    public static byte[] Section(string application, string comment) => Block(PcapNgBlockType.Section,
    [
        .. Number(ByteOrderMagic), 1, 0, 0, 0, .. Number(uint.MaxValue), .. Number(uint.MaxValue),
        .. Option(PcapNgOption.Comment, Text(comment)), .. Option(PcapNgOption.SectionApplication, Text(application)), .. Number(0),
    ]);

    /// <summary>Of raw IP, either version.</summary>
    public static byte[] Interface(string description) => Block(PcapNgBlockType.Interface,
    [
        (byte)LinkType.Raw, 0, 0, 0, .. Number(Limits.CapturedPacketBytes),
        .. Option(PcapNgOption.InterfaceDescription, Text(description)), .. Option(PcapNgOption.InterfaceTimeResolution, [Nanoseconds]), .. Number(0),
    ]);

    public static byte[] Packet(DateTimeOffset time, byte[] bytes, IEnumerable<string> comments)
    {
        ulong stamp = (ulong)(time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        uint length = (uint)bytes.Length;
        byte[] options = [.. comments.SelectMany(comment => Option(PcapNgOption.Comment, Text(comment)))];
        return Block(PcapNgBlockType.EnhancedPacket,
        [
            .. Number(0), .. Number((uint)(stamp >> 32)), .. Number((uint)stamp), .. Number(length), .. Number(length), .. Padded(bytes),
            .. options, .. options.Length == 0 ? [] : Number(0),
        ]);
    }

    /// <param name="keyLog">NSS key log format, one line a secret.</param>
    public static byte[] Secrets(string keyLog)
    {
        byte[] text = Encoding.ASCII.GetBytes(keyLog);
        return Block(PcapNgBlockType.DecryptionSecrets, [.. Number(TlsKeyLog), .. Number((uint)text.Length), .. Padded(text)]);
    }

    /// <summary>What readers may show for addresses.</summary>
    public static byte[] Names(IEnumerable<(IPAddress Address, string Name)> names) =>
        Block(PcapNgBlockType.NameResolution, [.. names.SelectMany(name => Option(name.Address.AddressFamily == AddressFamily.InterNetworkV6 ? Ipv6Name : Ipv4Name, [.. name.Address.GetAddressBytes(), .. Text(name.Name), 0])), .. Number(0)]);

    private static byte[] Block(PcapNgBlockType type, byte[] body)
    {
        byte[] length = Number((uint)body.Length + 12);
        return [.. Number((uint)type), .. length, .. body, .. length];
    }

    private static byte[] Option(ushort code, byte[] value) => [(byte)code, (byte)(code >> 8), (byte)value.Length, (byte)(value.Length >> 8), .. Padded(value)];

    private static byte[] Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= LongestOption ? bytes : bytes[..LongestOption];
    }

    private static byte[] Padded(byte[] bytes) => bytes.Length % 4 == 0 ? bytes : [.. bytes, .. new byte[4 - (bytes.Length % 4)]];

    private static byte[] Number(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
