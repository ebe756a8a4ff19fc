using PhoneSim.Phone.Boot;

namespace PhoneSim.Phone.Stepping;

/// <summary>A boot held at one point: where it is, what it is about to do and by which rule. Immutable.</summary>
public sealed record BootPause
{
    public required PausePoint Point { get; init; }

    public required BootState State { get; init; }

    /// <summary>What the phone is about to do, or has just judged; a phrase without a full stop.</summary>
    public required string What { get; init; }

    /// <summary>The rule, with the clause of the seed or the specification it stands on.</summary>
    public required string Rule { get; init; }

    /// <summary>The step about to be made; null: none yet.</summary>
    public BootTransition? Transition { get; init; }

    /// <summary>The file concerned; null: none has been asked in this state.</summary>
    public PausedFile? File { get; init; }

    /// <summary>The word for an answer or a verdict, as in shared/spec/cli.md; empty: there is none at this point.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>The verdict is not what a phone hopes for.</summary>
    public bool IsBad { get; init; }

    /// <summary>Another answer than the server's can be given here.</summary>
    public bool TakesAnswer => Point is PausePoint.Request or PausePoint.Answer;

    /// <summary>The steps that the table has for this state.</summary>
    public IReadOnlyList<BootTransition> Possible => BootMachine.PossibleIn(State);
}
