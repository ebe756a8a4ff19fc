using PhoneSim.Formats;

namespace PhoneSim.Phone.Profiles;

public enum SigningBehaviour
{
    /// <summary>The phone does not ask signed names; "file signing support: no".</summary>
    None,
    /// <summary>Receives signed files and does not look at the signature.</summary>
    Ignored,
    Verified,
}

public sealed record SigningProfile
{
    public required SigningBehaviour Behaviour { get; init; }

    /// <summary>Digests the load can verify.</summary>
    public required IReadOnlyList<DigestAlgorithm> Digests { get; init; }

    /// <summary>Refuse a file whose embedded name is another; no source says that phones do.</summary>
    public bool ChecksEmbeddedName { get; init; }
}
