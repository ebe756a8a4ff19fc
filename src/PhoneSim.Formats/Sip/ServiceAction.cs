namespace PhoneSim.Formats.Sip;

public enum ServiceAction
{
    /// <summary>One this phone does not know.</summary>
    Other,
    Reset,
    Restart,
    /// <summary>Compare the version stamps; read the configuration again when they differ.</summary>
    CheckVersion,
    ApplyConfig,
}
