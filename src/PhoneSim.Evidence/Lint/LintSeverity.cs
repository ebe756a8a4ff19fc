namespace PhoneSim.Evidence.Lint;

public enum LintSeverity
{
    /// <summary>Worth knowing; right in some places.</summary>
    Note,
    /// <summary>A phone works, but not as its author meant.</summary>
    Warning,
    /// <summary>A phone refuses the file, or cannot do what it says.</summary>
    Error,
}
