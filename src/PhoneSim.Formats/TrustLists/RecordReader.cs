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
            records.Add(ReadElements(new(file, start + LengthElement, end), length));
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

    private static TrustListRecord ReadElements(TlvReader reader, TlvElement length)
    {
        TrustRole? role = null;
        List<UnknownElement> unknown = [];
        TrustListRecord record = new() { Role = 0, Offset = length.Offset };
        while (!reader.AtEnd)
        {
            TlvElement e = reader.Read();
            if (e.Tag == RecordTag.Role)
                role = (TrustRole)e.UInt16();
            else
                record = With(record, e, unknown);
        }

        return record with { Role = role ?? throw length.Malformed("the record has no role"), Unknown = unknown };
    }

    private static TrustListRecord With(TrustListRecord record, TlvElement e, List<UnknownElement> unknown)
    {
        switch (e.Tag)
        {
            case RecordTag.DnsName: return record with { DnsName = e.Text() };
            case RecordTag.SubjectName: return record with { SubjectName = e.Text() };
            case RecordTag.IssuerName: return record with { IssuerName = e.Text() };
            case RecordTag.SerialNumber: return record with { SerialNumber = e.Value };
            case RecordTag.PublicKey: return record with { PublicKey = e.Value };
            case RecordTag.Signature: return record with { Signature = e.Value };
            case RecordTag.Certificate: return record with { Certificate = e.Value };
            case RecordTag.Address: return record with { Address = Address(e) };
            case RecordTag.CertificateHash: return record with { CertificateHash = e.Value };
            case RecordTag.HashAlgorithm: return record with { HashAlgorithm = DigestAlgorithms.Read(e) };
            default:
                unknown.Add(new(e.Tag, e.Offset, e.Value));
                return record;
        }
    }

    private static IPAddress Address(TlvElement e) =>
        e.Value.Length is 4 or 16 ? new(e.Value.Span) : throw e.Malformed($"an address of 4 or 16 bytes expected, {e.Value.Length} found");
}
