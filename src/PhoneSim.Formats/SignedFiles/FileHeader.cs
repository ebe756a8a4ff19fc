namespace PhoneSim.Formats.SignedFiles;

/// <summary>The header that trust lists, signed and encrypted files share (shared/spec/files.md 1).</summary>
public sealed record FileHeader
{
    public required Version Version { get; init; }

    /// <summary>Offset of the body, signature TLV and padding included.</summary>
    public required int HeaderLength { get; init; }

    /// <summary>Tag 28, trust lists only. 1.1: EC keys and HTTPS on 6971 are available.</summary>
    public Version? SignerVersion { get; init; }

    /// <summary>Subject of the signer, comma-separated attributes in the certificate's own order. Null: no signer info.</summary>
    public string? SignerName { get; init; }

    public string? SignerIssuer { get; init; }

    /// <summary>Unsigned big-endian, no leading zero byte; empty when absent.</summary>
    public ReadOnlyMemory<byte> SignerSerial { get; init; }

    public DigestAlgorithm? Digest { get; init; }

    /// <summary>Bits of the signer's RSA modulus as the header states them (512 … 4096); null when absent.</summary>
    public int? ModulusBits { get; init; }

    public ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>Where the whole signature TLV (tag and length included) lies in the file: the bytes cut out of the signed range.</summary>
    public Range SignatureTlv { get; init; }

    public string? FileName { get; init; }

    public DateTimeOffset? TimeStamp { get; init; }

    public EncryptedFiles.EncryptionInfo? Encryption { get; init; }

    public IReadOnlyList<Tlv.UnknownElement> Unknown { get; init; } = [];

    public bool IsSigned => !Signature.IsEmpty;
}
