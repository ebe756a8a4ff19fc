namespace PhoneSim.Phone.Boot;

/// <summary>Shared/spec/boot.md, "Resets".</summary>
public enum ResetKind
{
    /// <summary>The configuration again; the lines register anew.</summary>
    Restart,
    /// <summary>The whole start.</summary>
    Reset,
    /// <summary>Everything but the MIC is forgotten, then the whole start.</summary>
    FactoryReset,
}
