using System.Globalization;
using HdrHistogram;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

/// <summary>One term of a service level objective, e.g. <c>p99(boot)&lt;2s</c> or <c>failed&lt;0.1%</c>.</summary>
/// <param name="Percentile">100: the maximum; null: the term is about failed phones.</param>
/// <param name="Limit">Microseconds, or a fraction of the phones, or phones.</param>
public sealed record SloTerm(string Text, double? Percentile, Phase Phase, double Limit, bool IsFraction)
{
    public bool IsMetBy(FleetSummary summary) => Measured(summary) < Limit;

    /// <summary>What was measured, in words.</summary>
    public string Say(FleetSummary summary) => Percentile is null
        ? string.Create(CultureInfo.InvariantCulture, $"{summary.Failed} of {summary.Due} phones failed")
        : string.Create(CultureInfo.InvariantCulture, $"{Measured(summary) / 1000:0.###} ms measured");

    private double Measured(FleetSummary summary)
    {
        if (Percentile is not { } percentile)
            return IsFraction ? (double)summary.Failed / Math.Max(1, summary.Due) : summary.Failed;
        HistogramBase histogram = summary.Phases[Phase];
        return histogram.TotalCount == 0 ? double.PositiveInfinity : histogram.GetValueAtPercentile(percentile);
    }
}
