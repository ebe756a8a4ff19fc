using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.SignedFiles;

/// <summary>Reads the common header: version, header length, then the elements in any order, containers opened in passing.</summary>
internal static class HeaderReader
{
    /// <summary>Version and header length: 5 bytes each.</summary>
    private const int FixedPart = 10;

    public static FileHeader Read(ReadOnlyMemory<byte> file)
    {
        TlvReader head = new(file, 0, file.Length);
        Version version = head.Expect(HeaderTag.Version, "the version").Version();
        TlvElement length = head.Expect(HeaderTag.HeaderLength, "the header length");
        int headerLength = length.UInt16();
        if (headerLength > file.Length)
            throw length.Malformed($"the header length {headerLength} lies beyond the end of the file ({file.Length} bytes)");
        if (headerLength < FixedPart)
            throw length.Malformed($"the header length {headerLength} is shorter than version and header length themselves");
        return Header(version, headerLength, Elements(new(file, FixedPart, headerLength)));
    }

    private static List<TlvElement> Elements(TlvReader reader)
    {
        List<TlvElement> elements = new(HeaderTag.SignerVersion);
        while (!reader.AtEnd)
        {
            byte tag = reader.PeekTag();
            if (tag == HeaderTag.Padding)
                reader.SkipTag();
            else if (HeaderTag.IsContainer(tag))
                reader.Enter();
            else
                elements.Add(reader.Read());
        }

        return elements;
    }

    /// <summary>Of an element that comes twice, the last one counts.</summary>
    private static FileHeader Header(Version version, int length, List<TlvElement> elements)
    {
        _ = elements.ReadLast(HeaderTag.SignatureAlgorithm, SignatureAlgorithm);
        return new()
        {
            Version = version,
            HeaderLength = length,
            SignerVersion = elements.ReadLast(HeaderTag.SignerVersion, static e => e.Version()),
            SignerName = elements.ReadLast(HeaderTag.SignerName, static e => e.Text()),
            SignerIssuer = elements.ReadLast(HeaderTag.IssuerName, static e => e.Text()),
            SignerSerial = elements.ReadLast(HeaderTag.SerialNumber, static e => e.Value),
            Digest = elements.ReadLast<DigestAlgorithm?>(HeaderTag.DigestAlgorithm, static e => DigestAlgorithms.Read(e)),
            ModulusBits = elements.ReadLast<int?>(HeaderTag.Modulus, static e => ModulusBits(e)),
            Signature = elements.ReadLast(HeaderTag.Signature, static e => e.Value),
            SignatureTlv = elements.ReadLast(HeaderTag.Signature, static e => e.Offset..e.End),
            FileName = elements.ReadLast(HeaderTag.FileName, static e => e.Text()),
            TimeStamp = elements.ReadLast<DateTimeOffset?>(HeaderTag.TimeStamp, static e => DateTimeOffset.FromUnixTimeSeconds(e.UInt32())),
            Encryption = elements.Exists(static e => IsEncryption(e.Tag)) ? Encryption(elements) : null,
            Unknown = elements.Unknown(static tag => !IsKnown(tag)),
        };
    }

    private static bool IsEncryption(byte tag) => tag is >= HeaderTag.IvUnknown and <= HeaderTag.ClearTextDigest;

    private static bool IsKnown(byte tag) => tag is >= HeaderTag.SignerName and <= HeaderTag.SignerVersion;

    private static EncryptionInfo Encryption(List<TlvElement> elements) => new()
    {
        Iv = elements.ReadLast(HeaderTag.Iv, static e => e.Value.Length == 16 ? e.Value : throw e.Malformed($"an IV of 16 bytes expected, {e.Value.Length} found")),
        PaddingLength = elements.ReadLast(HeaderTag.PaddingLength, static e => e.UInt16()),
        WrappedKeyBits = elements.ReadLast<int?>(HeaderTag.WrappedKeySize, static e => e.UInt16()),
        KeyAlgorithm = elements.ReadLast<byte?>(HeaderTag.KeyAlgorithm, static e => e.Byte()),
        WrappedKey = elements.ReadLast(HeaderTag.WrappedKey, static e => e.Value),
        ClearTextDigestAlgorithm = elements.ReadLast<DigestAlgorithm?>(HeaderTag.ClearTextDigestAlgorithm, static e => DigestAlgorithms.Read(e)),
        ClearTextDigest = elements.ReadLast(HeaderTag.ClearTextDigest, static e => e.Value),
    };

    private static byte SignatureAlgorithm(TlvElement e) => e.Byte() == 0 ? e.Byte() : throw e.Malformed($"signature algorithm {e.Byte()} is not known");

    private static int ModulusBits(TlvElement e) => e.Byte() <= 3 ? 512 << e.Byte() : throw e.Malformed($"modulus size {e.Byte()} is not known");
}
