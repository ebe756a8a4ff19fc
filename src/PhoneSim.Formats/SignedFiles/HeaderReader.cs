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
        if (elements.Last(HeaderTag.SignatureAlgorithm) is { } algorithm && algorithm.Byte() != 0)
            throw algorithm.Malformed($"signature algorithm {algorithm.Byte()} is not known");
        TlvElement? signature = elements.Last(HeaderTag.Signature);
        return new()
        {
            Version = version,
            HeaderLength = length,
            SignerVersion = elements.Last(HeaderTag.SignerVersion)?.Version(),
            SignerName = elements.Last(HeaderTag.SignerName)?.Text(),
            SignerIssuer = elements.Last(HeaderTag.IssuerName)?.Text(),
            SignerSerial = elements.ValueOf(HeaderTag.SerialNumber),
            Digest = elements.Last(HeaderTag.DigestAlgorithm) is { } digest ? DigestAlgorithms.Read(digest) : null,
            ModulusBits = elements.Last(HeaderTag.Modulus) is { } modulus ? ModulusBits(modulus) : null,
            Signature = elements.ValueOf(HeaderTag.Signature),
            SignatureTlv = signature is { } tlv ? tlv.Offset..tlv.End : default,
            FileName = elements.Last(HeaderTag.FileName)?.Text(),
            TimeStamp = elements.Last(HeaderTag.TimeStamp) is { } time ? DateTimeOffset.FromUnixTimeSeconds(time.UInt32()) : null,
            Encryption = elements.Exists(static e => IsEncryption(e.Tag)) ? Encryption(elements) : null,
            Unknown = elements.Unknown(static tag => !IsKnown(tag)),
        };
    }

    private static bool IsEncryption(byte tag) => tag is >= HeaderTag.IvUnknown and <= HeaderTag.ClearTextDigest;

    private static bool IsKnown(byte tag) => tag is >= HeaderTag.SignerName and <= HeaderTag.SignerVersion;

    private static EncryptionInfo Encryption(List<TlvElement> elements) => new()
    {
        Iv = elements.Last(HeaderTag.Iv) is not { } iv || iv.Value.Length == 16 ? elements.ValueOf(HeaderTag.Iv) : throw iv.Malformed($"an IV of 16 bytes expected, {iv.Value.Length} found"),
        PaddingLength = elements.Last(HeaderTag.PaddingLength)?.UInt16() ?? 0,
        WrappedKeyBits = elements.Last(HeaderTag.WrappedKeySize)?.UInt16(),
        KeyAlgorithm = elements.Last(HeaderTag.KeyAlgorithm)?.Byte(),
        WrappedKey = elements.ValueOf(HeaderTag.WrappedKey),
        ClearTextDigestAlgorithm = elements.Last(HeaderTag.ClearTextDigestAlgorithm) is { } digest ? DigestAlgorithms.Read(digest) : null,
        ClearTextDigest = elements.ValueOf(HeaderTag.ClearTextDigest),
    };

    private static int ModulusBits(TlvElement e) => e.Byte() <= 3 ? 512 << e.Byte() : throw e.Malformed($"modulus size {e.Byte()} is not known");
}
