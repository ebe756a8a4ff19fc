using System.Buffers.Binary;

namespace PhoneSim.Formats.Capture;

/// <summary>Classic pcap (draft-ietf-opsawg-pcap): 24 bytes of header, then packets of 16 bytes of header each, in either byte order.</summary>
internal static class PcapReader
{
    private const uint Microseconds = 0xA1B2C3D4;
    private const uint Nanoseconds = 0xA1B23C4D;
    private const int FileHeader = 24;
    private const int PacketHeader = 16;

    public static bool Recognises(ReadOnlySpan<byte> file) => file.Length >= 4 && Order(file) is not null;

    public static CaptureFile Read(ReadOnlyMemory<byte> file)
    {
        (bool bigEndian, long fraction) = Order(file.Span)!.Value;
        if (file.Length < FileHeader)
            throw new MalformedDataException("the file header is cut off", file.Length);
        CaptureCursor cursor = new(file, FileHeader - 4, file.Length, bigEndian);
        LinkType link = (LinkType)(cursor.ReadUInt32() & 0x0FFF_FFFF);
        List<CapturedPacket> packets = [];
        while (cursor.Left >= PacketHeader)
            if (ReadPacket(ref cursor, link, fraction) is { } packet)
                CaptureLimits.Add(packets, packet, cursor.Offset);
            else
                return new(packets, [], IsCutShort: true);
        return new(packets, [], IsCutShort: cursor.Left > 0);
    }

    /// <summary>Null: the file ends before the packet does.</summary>
    private static CapturedPacket? ReadPacket(ref CaptureCursor cursor, LinkType link, long fraction)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(cursor.ReadUInt32()).AddTicks(cursor.ReadUInt32() * TimeSpan.TicksPerSecond / fraction);
        uint captured = CaptureLimits.PacketLength(cursor.ReadUInt32(), cursor.Offset);
        cursor.ReadUInt32();
        return captured > cursor.Left ? null : new(time, link, cursor.ReadBytes(captured), []);
    }

    /// <summary>The fraction is how many of the file's units make a second.</summary>
    private static (bool BigEndian, long Fraction)? Order(ReadOnlySpan<byte> file) => (BinaryPrimitives.ReadUInt32BigEndian(file), BinaryPrimitives.ReadUInt32LittleEndian(file)) switch
    {
        (Microseconds, _) => (true, 1_000_000),
        (_, Microseconds) => (false, 1_000_000),
        (Nanoseconds, _) => (true, 1_000_000_000),
        (_, Nanoseconds) => (false, 1_000_000_000),
        _ => null,
    };
}
