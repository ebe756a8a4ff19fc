using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet;

/// <summary>How far a run is.</summary>
public sealed record FleetCounts
{
    /// <summary>Phones of this shard.</summary>
    public long Phones { get; init; }

    /// <summary>Boots begun.</summary>
    public long Started { get; init; }

    public long UnderWay { get; init; }

    /// <summary>Boots that came to rest, by how.</summary>
    public IReadOnlyDictionary<FleetVerdict, long> Boots { get; init; } = new Dictionary<FleetVerdict, long>();

    public long Rested => Boots.Values.Sum();

    public static FleetCounts operator +(FleetCounts a, FleetCounts b) => new()
    {
        Phones = a.Phones + b.Phones,
        Started = a.Started + b.Started,
        UnderWay = a.UnderWay + b.UnderWay,
        Boots = a.Boots.Concat(b.Boots).GroupBy(p => p.Key, p => p.Value).ToDictionary(g => g.Key, g => g.Sum()),
    };
}
