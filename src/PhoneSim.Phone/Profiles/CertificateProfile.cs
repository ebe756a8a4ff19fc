namespace PhoneSim.Phone.Profiles;

public sealed record CertificateProfile
{
    /// <summary>Made at the factory; the 7940 and 7960 have none.</summary>
    public required bool HasMic { get; init; }

    /// <summary>RSA bits of a MIC made by the simulator.</summary>
    public int MicKeyBits { get; init; } = 2048;

    /// <summary>The load can hold an LSC.</summary>
    public required bool SupportsLsc { get; init; }
}
