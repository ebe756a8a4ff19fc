using PhoneSim.Phone.Boot;

namespace PhoneSim.Fleet.Measure;

/// <summary>What became of a phone: how its last boot ended, or why it did not. The first ones are those of <see cref="BootOutcome"/>.</summary>
public enum FleetVerdict
{
    Registered,
    Configured,
    Minimal,
    WaitingForAuthString,
    Rejected,
    DecryptFailed,
    NoConfig,
    Unreachable,
    /// <summary>The run ended before the phone came to rest.</summary>
    Unfinished,
    /// <summary>The run ended before the phone's turn.</summary>
    NotStarted,
    /// <summary>The simulator itself failed.</summary>
    Defect,
}
