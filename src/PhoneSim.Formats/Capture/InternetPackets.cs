using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace PhoneSim.Formats.Capture;

/// <summary>IP packets made around content, with right lengths and checksums (RFC 791, 8200, 768, 9293). Both ends are of one family; mapped addresses count as IPv4.</summary>
public static class InternetPackets
{
    public const int UdpProtocol = 17;
    public const int TcpProtocol = 6;

    /// <summary>What one packet can carry of a datagram or segment over either version.</summary>
    public const int LongestPayload = 65535 - Ipv4Header - TcpHeader;

    private const int Ipv4Header = 20;
    private const int Ipv6Header = 40;
    private const int UdpHeader = 8;
    private const int TcpHeader = 20;
    private const byte TimeToLive = 64;
    private const ushort Window = 65535;

    public static byte[] Udp(IPEndPoint from, IPEndPoint to, ReadOnlySpan<byte> payload)
    {
        byte[] packet = Frame(from.Address, to.Address, UdpProtocol, UdpHeader + payload.Length, out int start);
        Span<byte> datagram = packet.AsSpan(start);
        WritePorts(datagram, from, to);
        BinaryPrimitives.WriteUInt16BigEndian(datagram[4..], (ushort)datagram.Length);
        payload.CopyTo(datagram[UdpHeader..]);
        ushort sum = InternetChecksum.Of(Addresses(packet), UdpProtocol, datagram);
        BinaryPrimitives.WriteUInt16BigEndian(datagram[6..], sum == 0 ? ushort.MaxValue : sum);
        return packet;
    }

    public static byte[] Tcp(IPEndPoint from, IPEndPoint to, TcpSegment segment)
    {
        byte[] packet = Frame(from.Address, to.Address, TcpProtocol, TcpHeader + segment.Payload.Length, out int start);
        Span<byte> bytes = packet.AsSpan(start);
        WritePorts(bytes, from, to);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], segment.Sequence);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], segment.Acknowledgement);
        bytes[12] = TcpHeader / 4 << 4;
        bytes[13] = (byte)segment.Flags;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[14..], Window);
        segment.Payload.Span.CopyTo(bytes[TcpHeader..]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[16..], InternetChecksum.Of(Addresses(packet), TcpProtocol, bytes));
        return packet;
    }

    private static void WritePorts(Span<byte> header, IPEndPoint from, IPEndPoint to)
    {
        BinaryPrimitives.WriteUInt16BigEndian(header, (ushort)from.Port);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)to.Port);
    }

    private static byte[] Frame(IPAddress from, IPAddress to, byte protocol, int length, out int start)
    {
        (byte[] source, byte[] target) = (BytesOf(from), BytesOf(to));
        if (source.Length != target.Length)
            throw new ArgumentException($"{from} and {to} are of different families");
        start = source.Length == 4 ? Ipv4Header : Ipv6Header;
        byte[] packet = new byte[start + length];
        if (source.Length == 4)
            WriteIpv4(packet, protocol, source, target);
        else
            WriteIpv6(packet, protocol, source, target);
        return packet;
    }

    private static void WriteIpv4(Span<byte> packet, byte protocol, byte[] source, byte[] target)
    {
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], checked((ushort)packet.Length));
        packet[6] = 0x40; // do not fragment
        packet[8] = TimeToLive;
        packet[9] = protocol;
        source.CopyTo(packet[12..]);
        target.CopyTo(packet[16..]);
        BinaryPrimitives.WriteUInt16BigEndian(packet[10..], InternetChecksum.Of(packet[..Ipv4Header]));
    }

    private static void WriteIpv6(Span<byte> packet, byte protocol, byte[] source, byte[] target)
    {
        packet[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(packet[4..], checked((ushort)(packet.Length - Ipv6Header)));
        packet[6] = protocol;
        packet[7] = TimeToLive;
        source.CopyTo(packet[8..]);
        target.CopyTo(packet[24..]);
    }

    /// <summary>Source and destination side by side, as both headers end with them.</summary>
    private static ReadOnlySpan<byte> Addresses(ReadOnlySpan<byte> packet) => packet[0] == 0x45 ? packet[12..20] : packet[8..40];

    private static byte[] BytesOf(IPAddress address) => (address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address).GetAddressBytes();
}
