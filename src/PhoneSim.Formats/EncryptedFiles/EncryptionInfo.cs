namespace PhoneSim.Formats.EncryptedFiles;

/// <summary>Tags 16 … 27 of an encrypted configuration file (shared/spec/files.md 3).</summary>
public sealed record EncryptionInfo
{
    public ReadOnlyMemory<byte> Iv { get; init; }

    /// <summary>Number of bytes appended to the clear text, 1 … 16.</summary>
    public int PaddingLength { get; init; }

    /// <summary>Bits of the wrapped key (2048 for an RSA-2048 phone); null without key info, i.e. a manual key (assumed layout).</summary>
    public int? WrappedKeyBits { get; init; }

    public byte? KeyAlgorithm { get; init; }

    public ReadOnlyMemory<byte> WrappedKey { get; init; }

    public DigestAlgorithm? ClearTextDigestAlgorithm { get; init; }

    public ReadOnlyMemory<byte> ClearTextDigest { get; init; }
}
