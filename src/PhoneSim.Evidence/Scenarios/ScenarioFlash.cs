using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;

namespace PhoneSim.Evidence.Scenarios;

/// <summary>What is in flash before the first step, beside the MIC of a phone that has one.</summary>
public sealed record ScenarioFlash
{
    public SymmetricKey? Key { get; init; }

    /// <summary>Remembered <c>encrConfig</c>.</summary>
    public bool EncryptedConfig { get; init; }

    /// <summary>The cluster whose CAPF issued the LSC; null: there is none.</summary>
    public string? Lsc { get; init; }

    /// <summary>The cluster whose ITL, and CTL in mixed mode, are there; null: none are.</summary>
    public string? TrustLists { get; init; }

    /// <summary>The cluster whose full configuration is there; null: none is.</summary>
    public string? Configuration { get; init; }

    public DigestCredentials? DigestCredentials { get; init; }
}
