using PhoneSim.Evidence.Checks;

namespace PhoneSim.Evidence.Reports;

/// <summary>One thing that was expected, and what came.</summary>
public sealed record ReportCase
{
    public required string Id { get; init; }

    public required CheckVerdict Verdict { get; init; }

    public required string Expected { get; init; }

    public required string Found { get; init; }

    /// <summary>What the expectation stands on; empty: the scenario itself.</summary>
    public string Clause { get; init; } = "";

    /// <summary>What a phone does when it is not so; empty: not said.</summary>
    public string Phone { get; init; } = "";

    public TimeSpan Duration { get; init; }
}
