namespace PhoneSim.Formats.TrustLists;

/// <summary>Tags of a trust list record (shared/spec/files.md 2).</summary>
internal static class RecordTag
{
    public const byte RecordLength = 1;
    public const byte DnsName = 2;
    public const byte SubjectName = 3;
    public const byte Role = 4;
    public const byte IssuerName = 5;
    public const byte SerialNumber = 6;
    public const byte PublicKey = 7;
    public const byte Signature = 8;
    public const byte Certificate = 9;
    public const byte Address = 10;
    public const byte CertificateHash = 11;
    public const byte HashAlgorithm = 12;
}
