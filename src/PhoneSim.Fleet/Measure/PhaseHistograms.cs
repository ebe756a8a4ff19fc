using HdrHistogram;

namespace PhoneSim.Fleet.Measure;

/// <summary>Durations of each phase in microseconds, to three digits, up to an hour. Not safe for concurrent use.</summary>
public sealed class PhaseHistograms
{
    public const long HighestMicroseconds = 3_600_000_000;
    public const int Digits = 3;

    private readonly LongHistogram[] phases = [.. Enum.GetValues<Phase>().Select(_ => new LongHistogram(1, HighestMicroseconds, Digits))];

    public HistogramBase this[Phase phase] => phases[(int)phase];

    public void Record(Phase phase, TimeSpan duration)
    {
        phases[(int)phase].RecordValue(Microseconds(duration));
        FleetMetrics.Took(phase, duration);
    }

    internal static long Microseconds(TimeSpan duration) => Math.Clamp((long)duration.TotalMicroseconds, 1, HighestMicroseconds);

    public void Add(PhaseHistograms other)
    {
        foreach (Phase phase in Enum.GetValues<Phase>())
            phases[(int)phase].Add(other.phases[(int)phase]);
    }

    public void Add(Phase phase, HistogramBase other) => phases[(int)phase].Add(other);
}
