using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

/// <summary>Adds the shards of one fleet: counts and histograms exactly, as if one process had run them all.</summary>
public static class FleetMerge
{
    /// <exception cref="FleetDataException">Shards of different fleets, one twice, or one missing.</exception>
    public static FleetSummary Merge(IReadOnlyList<FleetSummary> shards)
    {
        Check(shards);
        PhaseHistograms phases = new();
        foreach (FleetSummary shard in shards)
            phases.Add(shard.Phases);
        DateTimeOffset began = shards.Min(s => s.Began);
        return new()
        {
            Fleet = shards[0].Fleet,
            Shard = Shard.Whole,
            Began = began,
            Wall = shards.Max(s => s.Began + s.Wall) - began,
            Phones = shards.Sum(s => s.Phones),
            Boots = Sum(shards.Select(s => s.Boots)),
            Verdicts = Sum(shards.Select(s => s.Verdicts)),
            VerdictSum = shards.Aggregate(0UL, (sum, s) => unchecked(sum + s.VerdictSum)),
            Phases = phases,
            Servers = ServerTally.Sum(shards.SelectMany(s => s.Servers)),
            Cpu = new(shards.Sum(s => s.Cpu.Ticks)),
            Watch = Worst(shards),
            WasStopped = shards.Any(s => s.WasStopped),
        };
    }

    private static void Check(IReadOnlyList<FleetSummary> shards)
    {
        if (shards.Count == 0)
            throw new FleetDataException("no shards");
        if (shards.Select(s => (s.Fleet, s.Shard.Count)).Distinct().Count() > 1)
            throw new FleetDataException("these are shards of different fleets: " + string.Join(", ", shards.Select(s => $"{s.Shard} of {s.Fleet}").Distinct()));
        int[] present = [.. shards.Select(s => s.Shard.Index).Order()];
        int[] twice = [.. present.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key)];
        if (twice.Length > 0)
            throw new FleetDataException($"shard {string.Join(", ", twice)} is there more than once");
        int[] missing = [.. Enumerable.Range(0, shards[0].Shard.Count).Except(present)];
        if (missing.Length > 0)
            throw new FleetDataException($"shard {string.Join(", ", missing)} of {shards[0].Shard.Count} is missing");
    }

    private static Dictionary<FleetVerdict, long> Sum(IEnumerable<IReadOnlyDictionary<FleetVerdict, long>> counts) =>
        counts.SelectMany(c => c).GroupBy(c => c.Key, c => c.Value).ToDictionary(g => g.Key, g => g.Sum());

    private static SelfWatch Worst(IReadOnlyList<FleetSummary> shards) => new()
    {
        LoopLag = shards.Max(s => s.Watch.LoopLag),
        StartLag = shards.Max(s => s.Watch.StartLag),
        BusiestLoop = shards.Max(s => s.Watch.BusiestLoop),
        Cpu = new(shards.Sum(s => s.Cpu.Ticks)),
        ReceiveDrops = shards.Max(s => s.Watch.ReceiveDrops),
        SocketsMissing = shards.Sum(s => s.Watch.SocketsMissing),
        Collections = shards.Sum(s => s.Watch.Collections),
        Allocated = shards.Sum(s => s.Watch.Allocated),
        FullCollections = shards.Sum(s => s.Watch.FullCollections),
        LastFullCollection = shards.Max(s => s.Watch.LastFullCollection),
        Resident = shards.Sum(s => s.Watch.Resident),
    };
}
