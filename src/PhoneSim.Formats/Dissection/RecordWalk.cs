using System.Globalization;
using System.Net;
using PhoneSim.Formats.Tlv;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Formats.Dissection;

/// <summary>The records of a trust list (shared/spec/files.md 2).</summary>
internal static class RecordWalk
{
    private const int TextLimit = 200;
    private const int LengthElement = 5;

    private static readonly string[] Names =
        ["", "record length", "DNS name", "subject name", "role", "issuer name", "serial number", "public key", "signature", "certificate", "address", "certificate hash", "hash algorithm"];

    public static void Read(ReadOnlyMemory<byte> file, int start, List<FilePart> parts)
    {
        for (int number = 1; start < file.Length; number++)
        {
            TlvElement length = new TlvReader(file, start, file.Length).Expect(RecordTag.RecordLength, "the record length");
            int size = length.UInt16() >= LengthElement && length.UInt16() <= file.Length - start
                ? length.UInt16()
                : throw length.Malformed($"a record length of {length.UInt16()} does not fit ({file.Length - start} bytes are left)");
            int heading = parts.Count;
            parts.Add(new(0, start, size, $"record {number}", ""));
            string role = ReadElements(new(file, start, start + size), parts);
            parts[heading] = parts[heading] with { Value = role };
            start += size;
        }
    }

    /// <returns>The role in words.</returns>
    private static string ReadElements(TlvReader reader, List<FilePart> parts)
    {
        string role = "no role";
        while (!reader.AtEnd)
        {
            TlvElement e = reader.Read();
            string words = Words(e);
            role = e.Tag == RecordTag.Role ? words : role;
            parts.Add(new(1, e.Offset, e.End - e.Offset, $"{(e.Tag < Names.Length ? Names[e.Tag] : "unknown")} ({e.Tag})", words));
        }

        return role;
    }

    private static string Words(TlvElement e) => e.Tag switch
    {
        RecordTag.RecordLength => e.UInt16().ToString(CultureInfo.InvariantCulture),
        RecordTag.DnsName or RecordTag.SubjectName or RecordTag.IssuerName => Printable.Text(e.Text(), TextLimit),
        RecordTag.Role => ((TrustRole)e.UInt16()).Word,
        RecordTag.Address when e.Value.Length is 4 or 16 => new IPAddress(e.Value.Span).ToString(),
        RecordTag.HashAlgorithm => DigestAlgorithms.Read(e).Word,
        _ => FileParts.Hex(e),
    };
}
