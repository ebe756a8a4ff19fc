using PhoneSim.Evidence.Checks;

namespace PhoneSim.Evidence.Reports;

/// <summary>What a run found, for any of the written forms. Every text is harmless to print: no secrets, no control characters.</summary>
public sealed record Report
{
    public required string Title { get; init; }

    /// <summary>What was looked at: server, phone, version.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    public required DateTimeOffset Began { get; init; }

    public TimeSpan Duration { get; init; }

    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    public int Count(CheckVerdict verdict) => Sections.Sum(s => s.Count(verdict));
}
