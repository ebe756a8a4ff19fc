using PhoneSim.Evidence.Checks;

namespace PhoneSim.Evidence.Reports;

/// <summary>A group of checks, or one scenario.</summary>
public sealed record ReportSection
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public TimeSpan Duration { get; init; }

    public IReadOnlyList<ReportCase> Cases { get; init; } = [];

    /// <summary>What the ids of the cases name.</summary>
    public string IdHeading { get; init; } = "check";

    /// <summary>What the expectations of the cases are.</summary>
    public string ExpectedHeading { get; init; } = "expected";

    /// <summary>Who asked what, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];

    public IReadOnlyList<DecodedFile> Files { get; init; } = [];

    public int Count(CheckVerdict verdict) => Cases.Count(c => c.Verdict == verdict);
}
