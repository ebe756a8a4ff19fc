using System.Net;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.TrustLists;

internal static class RecordReader
{
    /// <summary>Record length TLV itself: 5 bytes.</summary>
    private const int LengthElement = 5;

    public static IReadOnlyList<TrustListRecord> ReadAll(ReadOnlyMemory<byte> file, int start)
    {
        List<TrustListRecord> records = [];
        while (start < file.Length)
        {
            TlvElement length = new TlvReader(file, start, file.Length).Expect(RecordTag.RecordLength, "the record length");
            int end = start + CheckedLength(length, file.Length - start);
            records.Add(Record(Elements(new(file, start + LengthElement, end)), length));
            start = end;
        }

        return records;
    }

    private static int CheckedLength(TlvElement length, int left) => length.UInt16() switch
    {
        < LengthElement => throw length.Malformed($"a record length of {length.UInt16()} is shorter than the length element itself"),
        int n when n > left => throw length.Malformed($"a record length of {n} runs past the end of the file ({left} bytes are left)"),
        int n => n,
    };

    /// <summary>Of an element that comes twice, the last one counts.</summary>
    private static TrustListRecord Record(List<TlvElement> elements, TlvElement length) => new()
    {
        Role = (TrustRole)(elements.ReadLast<int?>(RecordTag.Role, static e => e.UInt16()) ?? throw length.Malformed("the record has no role")),
        Offset = length.Offset,
        DnsName = elements.ReadLast(RecordTag.DnsName, static e => e.Text()),
        SubjectName = elements.ReadLast(RecordTag.SubjectName, static e => e.Text()),
        IssuerName = elements.ReadLast(RecordTag.IssuerName, static e => e.Text()),
        SerialNumber = elements.ReadLast(RecordTag.SerialNumber, static e => e.Value),
        PublicKey = elements.ReadLast(RecordTag.PublicKey, static e => e.Value),
        Signature = elements.ReadLast(RecordTag.Signature, static e => e.Value),
        Certificate = elements.ReadLast(RecordTag.Certificate, static e => e.Value),
        Address = elements.ReadLast(RecordTag.Address, Address),
        CertificateHash = elements.ReadLast(RecordTag.CertificateHash, static e => e.Value),
        HashAlgorithm = elements.ReadLast<DigestAlgorithm?>(RecordTag.HashAlgorithm, static e => DigestAlgorithms.Read(e)),
        Unknown = elements.Unknown(static tag => tag is < RecordTag.DnsName or > RecordTag.HashAlgorithm),
    };

    private static List<TlvElement> Elements(TlvReader reader)
    {
        List<TlvElement> elements = new(RecordTag.HashAlgorithm);
        while (!reader.AtEnd)
            elements.Add(reader.Read());
        return elements;
    }

    private static IPAddress Address(TlvElement e) =>
        e.Value.Length is 4 or 16 ? new(e.Value.Span) : throw e.Malformed($"an address of 4 or 16 bytes expected, {e.Value.Length} found");
}
