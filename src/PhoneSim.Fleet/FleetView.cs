using HdrHistogram;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet;

/// <summary>A look at a run under way; at most a second old.</summary>
public sealed record FleetView
{
    public FleetCounts Counts { get; init; } = new();

    /// <summary>Microseconds from intended start to rest, of all boots so far, to two digits.</summary>
    public LongHistogram Boots { get; init; } = NewBoots();

    /// <summary>The slowest on average first.</summary>
    public IReadOnlyList<ServerTally> Servers { get; init; } = [];

    /// <summary>Time the busiest loop has worked since the run began.</summary>
    public TimeSpan Working { get; init; }

    internal static LongHistogram NewBoots() => new(1, PhaseHistograms.HighestMicroseconds, 2);

    internal static FleetView Of(IReadOnlyList<FleetView> loops)
    {
        LongHistogram boots = NewBoots();
        foreach (FleetView loop in loops)
            boots.Add(loop.Boots);
        return new()
        {
            Counts = loops.Aggregate(new FleetCounts(), (sum, loop) => sum + loop.Counts), Boots = boots,
            Servers = ServerTally.Sum(loops.SelectMany(loop => loop.Servers)), Working = loops.Select(loop => loop.Working).DefaultIfEmpty().Max(),
        };
    }
}
