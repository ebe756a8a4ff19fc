using PhoneSim.Formats;
using PhoneSim.Network.Faults;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios;

/// <param name="Line">Of the file; 1 is the first.</param>
/// <param name="Words">The step in a few words, without secrets.</param>
public abstract record ScenarioStep(int Line, string Words)
{
    public sealed record Start(int Line, string Words, ResetKind Kind) : ScenarioStep(Line, Words);

    public sealed record Press(int Line, string Words, IReadOnlyList<KeyStep> Keys) : ScenarioStep(Line, Words);

    /// <summary>The user answers CAPF.</summary>
    public sealed record EnterAuthString(int Line, string Words, Secret Digits) : ScenarioStep(Line, Words);

    public sealed record ChangeLab(int Line, string Words, LabSettings Settings) : ScenarioStep(Line, Words);

    /// <summary>New certificates of the lab, its services restarted.</summary>
    /// <param name="Names"><c>SAST</c>, <c>CUCM</c>, <c>CAPF</c>, <c>TVS</c>.</param>
    public sealed record Regenerate(int Line, string Words, IReadOnlyList<string> Names) : ScenarioStep(Line, Words);

    /// <summary>From the next start on the phone is told another server.</summary>
    public sealed record Move(int Line, string Words, ScenarioServer Server) : ScenarioStep(Line, Words);

    /// <summary>Another firmware load in the phone; its flash stays.</summary>
    public sealed record ChangeLoad(int Line, string Words, FirmwareProfile Profile) : ScenarioStep(Line, Words);

    public sealed record Wait(int Line, string Words, TimeSpan Time) : ScenarioStep(Line, Words);

    public sealed record Fault(int Line, string Words, RelayFaults Faults) : ScenarioStep(Line, Words);

    public sealed record Answer(int Line, string Words, IReadOnlyDictionary<string, ScenarioAnswer> Answers) : ScenarioStep(Line, Words);

    public sealed record Expect(int Line, string Words, IReadOnlyList<Expectation> Expectations) : ScenarioStep(Line, Words);
}
