using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Boot;

/// <summary>How a run ended: the facts behind the result line of shared/spec/cli.md.</summary>
public sealed record BootReport
{
    public required DeviceName Device { get; init; }

    public required string Profile { get; init; }

    public required BootOutcome Outcome { get; init; }

    public required BootState State { get; init; }

    public required BootFindings Findings { get; init; }

    /// <summary>Flash as the run left it.</summary>
    public required FlashContents Flash { get; init; }

    public required TimeSpan Duration { get; init; }

    public bool Succeeded => Outcome is BootOutcome.Registered or BootOutcome.Configured;

    public static BootReport Of(BootContext phone, BootState state, TimeSpan duration) => new()
    {
        Device = phone.Device,
        Profile = phone.Profile.Name,
        Outcome = OutcomeOf(phone.Findings),
        State = state,
        Findings = phone.Findings,
        Flash = phone.Contents,
        Duration = duration,
    };

    /// <summary>A phone that nobody answered goes on with the configuration in flash and counts as configured; one whose file was refused does not.</summary>
    internal static BootOutcome OutcomeOf(BootFindings findings) => findings switch
    {
        { RegistrationFailure: { } failure } => failure,
        { Registered: true, Failure: null or BootOutcome.Unreachable } => BootOutcome.Registered,
        { FromFlash: true, Failure: BootOutcome.Unreachable } => BootOutcome.Configured,
        { Failure: { } failure } => failure,
        { Configuration.Configuration.FullConfig: true } => BootOutcome.Configured,
        { Configuration: null } => BootOutcome.NoConfig,
        _ => BootOutcome.Minimal,
    };
}
