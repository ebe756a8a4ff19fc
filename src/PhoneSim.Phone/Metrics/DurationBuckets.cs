using System.Diagnostics.Metrics;

namespace PhoneSim.Phone.Metrics;

/// <summary>Bounds of the buckets of every duration, in seconds: from a file on loopback to a phone that waits out its retransmissions.</summary>
public static class DurationBuckets
{
    public static InstrumentAdvice<double> Advice { get; } = new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };
}
