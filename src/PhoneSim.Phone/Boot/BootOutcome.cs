namespace PhoneSim.Phone.Boot;

/// <summary>How a boot ended; the words of <c>outcome</c> in shared/spec/cli.md.</summary>
public enum BootOutcome
{
    Registered,
    /// <summary>Full configuration applied, registration not attempted.</summary>
    Configured,
    Minimal,
    WaitingForAuthString,
    /// <summary>A file came and was refused.</summary>
    Rejected,
    DecryptFailed,
    NoConfig,
    Unreachable,
}
