using System.Buffers.Binary;

namespace PhoneSim.Formats.Capture;

/// <summary>RFC 1071: the complement of the sum of all 16-bit words, carries added in.</summary>
public static class InternetChecksum
{
    public static ushort Of(ReadOnlySpan<byte> header) => Fold(Sum(header));

    /// <summary>Over the pseudo header too; a checksum already in its field makes the result 0 when it is right.</summary>
    /// <param name="addresses">Source and destination.</param>
    public static ushort Of(ReadOnlySpan<byte> addresses, byte protocol, ReadOnlySpan<byte> content) => Fold(Sum(addresses) + protocol + (ulong)content.Length + Sum(content));

    private static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        for (; bytes.Length >= 2; bytes = bytes[2..])
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes);
        return bytes.Length == 0 ? sum : sum + ((ulong)bytes[0] << 8);
    }

    private static ushort Fold(ulong sum)
    {
        while (sum > ushort.MaxValue)
            sum = (sum & ushort.MaxValue) + (sum >> 16);
        return (ushort)~sum;
    }
}
