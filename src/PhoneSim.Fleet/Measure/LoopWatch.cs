using HdrHistogram;

namespace PhoneSim.Fleet.Measure;

/// <summary>How busy one loop was, in microseconds: how long what came had to wait for its turn, and how late phones were started.</summary>
internal sealed class LoopWatch
{
    private int fullCollections = GC.CollectionCount(2);

    /// <summary>Longest round of the loop: whatever became readable meanwhile waited that long at most.</summary>
    public LongHistogram Rounds { get; } = new(1, PhaseHistograms.HighestMicroseconds, 2);

    /// <summary>Actual start behind the intended one; open model only.</summary>
    public LongHistogram StartLag { get; } = new(1, PhaseHistograms.HighestMicroseconds, 2);

    public TimeSpan Working { get; private set; }

    /// <summary>Timestamp of the look at which the process had had another collection of the whole heap; null: it had none.</summary>
    public long? LastFullCollection { get; private set; }

    public void Round(TimeSpan took)
    {
        Working += took;
        FleetMetrics.Round(took);
        Rounds.RecordValue(PhaseHistograms.Microseconds(took));
    }

    public void Look(long now)
    {
        int count = GC.CollectionCount(2);
        if (count != fullCollections)
            LastFullCollection = now;
        fullCollections = count;
    }

    public void Started(TimeSpan late) => StartLag.RecordValue(PhaseHistograms.Microseconds(late));
}
