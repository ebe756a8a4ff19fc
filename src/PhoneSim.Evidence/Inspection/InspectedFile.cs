using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Evidence.Inspection;

/// <summary>What was found in a file.</summary>
public sealed record InspectedFile
{
    public required FileKind Kind { get; init; }

    public SignatureCheck Signature { get; init; } = SignatureCheck.Absent;

    /// <summary>Why; a phrase without a full stop.</summary>
    public string SignatureReason { get; init; } = "the file carries no signature";

    /// <summary>Null: the file has no header.</summary>
    public FileHeader? Header { get; init; }

    public IReadOnlyList<TrustListRecord> Records { get; init; } = [];

    /// <summary>Null: no decryption was asked for.</summary>
    public DecryptionVerdict? Decryption { get; init; }

    /// <summary>Null: none, or it is still encrypted.</summary>
    public ReadOnlyMemory<byte>? ClearText { get; init; }

    /// <summary>Null: the clear text is not known, or is no configuration.</summary>
    public PhoneConfiguration? Configuration { get; init; }
}
