using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>What became of one configuration file, stage by stage.</summary>
public sealed record ConfigurationFinding
{
    public required string File { get; init; }

    public SignatureVerdict Signature { get; init; } = SignatureVerdict.Absent;

    /// <summary>Null: the file begins without one.</summary>
    public FileHeader? Header { get; init; }

    public DigestAlgorithm? Digest => Header?.Digest;

    public bool Encrypted { get; init; }

    /// <summary>Null: nothing to decrypt, or the signature already stopped it.</summary>
    public DecryptionVerdict? Decryption { get; init; }

    public DecryptionKey Key { get; init; }

    /// <summary>Null: never became readable.</summary>
    public PhoneConfiguration? Configuration { get; init; }

    /// <summary>Time the signature took, its key included.</summary>
    public TimeSpan Verifying { get; init; }

    /// <summary>Time from the encrypted body to the clear text.</summary>
    public TimeSpan Decrypting { get; init; }

    /// <summary>What is wrong with the bytes or the XML; null: nothing.</summary>
    public string? Malformed { get; init; }
}
