using PhoneSim.Evidence.Reports;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Checks;

/// <summary>A suite that ran through.</summary>
/// <param name="Exchanges">The files a phone would ask for, in order, and those asked over HTTP.</param>
/// <param name="Files">What each name gave first.</param>
public sealed record CheckRun(DateTimeOffset Began, TimeSpan Duration, IReadOnlyList<CheckResult> Results, IReadOnlyList<Exchange> Exchanges, IReadOnlyDictionary<string, FetchResult> Files)
{
    /// <summary>A section for each group, then one with the files.</summary>
    /// <param name="files">Decoded by the caller.</param>
    public IReadOnlyList<ReportSection> Sections(IReadOnlyList<DecodedFile> files) =>
    [
        .. Results.GroupBy(r => r.Check.Group).Select(group => new ReportSection
        {
            Name = group.Key, Duration = new(group.Sum(r => r.Duration.Ticks)), Cases = [.. group.Select(r => r.ToCase())],
        }),
        new() { Name = "files", Description = "What the server gave.", Exchanges = Exchanges, Files = files },
    ];
}
