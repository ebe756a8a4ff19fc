using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Phone.Flash;

/// <summary>Everything a phone remembers without power, as an immutable snapshot.</summary>
public sealed record FlashContents
{
    public static FlashContents Empty { get; } = new();

    public SymmetricKey? SymmetricKey { get; init; }

    public TrustList? Ctl { get; init; }

    public TrustList? Itl { get; init; }

    public StoredConfiguration? Configuration { get; init; }

    public DigestCredentials? DigestCredentials { get; init; }

    public FlashSettings Settings { get; init; } = new();

    public DeviceCertificate? Mic { get; init; }

    public DeviceCertificate? Lsc { get; init; }

    /// <summary>The LSC when there is one, else the MIC, else null (shared/spec/boot.md 5).</summary>
    public DeviceCertificate? Certificate => Lsc ?? Mic;

    /// <summary>Oldest first; the last 30.</summary>
    public IReadOnlyList<StatusMessage> StatusMessages { get; init; } = [];
}
