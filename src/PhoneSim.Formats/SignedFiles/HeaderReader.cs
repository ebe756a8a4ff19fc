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
        return ReadElements(new(file, FixedPart, headerLength), new() { Version = version, HeaderLength = headerLength });
    }

    private static FileHeader ReadElements(TlvReader reader, FileHeader header)
    {
        List<UnknownElement> unknown = [];
        while (!reader.AtEnd)
        {
            byte tag = reader.PeekTag();
            if (tag == HeaderTag.Padding)
                reader.SkipTag();
            else if (HeaderTag.IsContainer(tag))
                reader.Enter();
            else
                header = With(header, reader.Read(), unknown);
        }

        return unknown.Count == 0 ? header : header with { Unknown = unknown };
    }

    private static FileHeader With(FileHeader header, TlvElement e, List<UnknownElement> unknown)
    {
        switch (e.Tag)
        {
            case HeaderTag.SignerVersion: return header with { SignerVersion = e.Version() };
            case HeaderTag.SignerName: return header with { SignerName = e.Text() };
            case HeaderTag.IssuerName: return header with { SignerIssuer = e.Text() };
            case HeaderTag.SerialNumber: return header with { SignerSerial = e.Value };
            case HeaderTag.DigestAlgorithm: return header with { Digest = DigestAlgorithms.Read(e) };
            case HeaderTag.SignatureAlgorithm: return e.Byte() == 0 ? header : throw e.Malformed($"signature algorithm {e.Byte()} is not known");
            case HeaderTag.Modulus: return header with { ModulusBits = ModulusBits(e) };
            case HeaderTag.Signature: return header with { Signature = e.Value, SignatureTlv = e.Offset..e.End };
            case HeaderTag.FileName: return header with { FileName = e.Text() };
            case HeaderTag.TimeStamp: return header with { TimeStamp = DateTimeOffset.FromUnixTimeSeconds(e.UInt32()) };
            case >= HeaderTag.IvUnknown and <= HeaderTag.ClearTextDigest: return header with { Encryption = With(header.Encryption ?? new(), e) };
            default:
                unknown.Add(new(e.Tag, e.Offset, e.Value));
                return header;
        }
    }

    private static EncryptionInfo With(EncryptionInfo info, TlvElement e) => e.Tag switch
    {
        HeaderTag.Iv => e.Value.Length == 16 ? info with { Iv = e.Value } : throw e.Malformed($"an IV of 16 bytes expected, {e.Value.Length} found"),
        HeaderTag.PaddingLength => info with { PaddingLength = e.UInt16() },
        HeaderTag.WrappedKeySize => info with { WrappedKeyBits = e.UInt16() },
        HeaderTag.KeyAlgorithm => info with { KeyAlgorithm = e.Byte() },
        HeaderTag.WrappedKey => info with { WrappedKey = e.Value },
        HeaderTag.ClearTextDigestAlgorithm => info with { ClearTextDigestAlgorithm = DigestAlgorithms.Read(e) },
        HeaderTag.ClearTextDigest => info with { ClearTextDigest = e.Value },
        _ => info,
    };

    private static int ModulusBits(TlvElement e) => e.Byte() <= 3 ? 512 << e.Byte() : throw e.Malformed($"modulus size {e.Byte()} is not known");
}
