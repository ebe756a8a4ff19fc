using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

/// <summary>The result of a shard, or of all shards together: what the summary file holds and <c>merge</c> adds.</summary>
public sealed record FleetSummary
{
    /// <summary>Of the file; another number is refused.</summary>
    public const int Schema = 1;

    /// <summary>Digest of everything that makes a fleet this fleet; shards of one fleet share it.</summary>
    public required string Fleet { get; init; }

    public required Shard Shard { get; init; }

    public required DateTimeOffset Began { get; init; }

    public required TimeSpan Wall { get; init; }

    public required long Phones { get; init; }

    /// <summary>Boots that came to rest, by how.</summary>
    public required IReadOnlyDictionary<FleetVerdict, long> Boots { get; init; }

    /// <summary>Phones by their last verdict.</summary>
    public required IReadOnlyDictionary<FleetVerdict, long> Verdicts { get; init; }

    /// <summary>A sum over MAC address and verdict of every phone, modulo 2^64: equal for equal verdicts, however a fleet is divided.</summary>
    public required ulong VerdictSum { get; init; }

    public required PhaseHistograms Phases { get; init; }

    /// <summary>File servers, the slowest on average first.</summary>
    public IReadOnlyList<ServerTally> Servers { get; init; } = [];

    public required TimeSpan Cpu { get; init; }

    public required SelfWatch Watch { get; init; }

    public required bool WasStopped { get; init; }

    /// <summary>Of a search for the highest load; null: there was none, or it was another process.</summary>
    public FleetMaximum? Maximum { get; init; }

    public bool IsValid => Watch.Complaints.Count == 0;

    /// <summary>Phones whose turn came. A run for a time need not come to all of them; one that was stopped owes them all.</summary>
    public long Due => WasStopped ? Phones : Phones - Verdicts.GetValueOrDefault(FleetVerdict.NotStarted);

    /// <summary>Of those due.</summary>
    public long Failed => Due - Verdicts.Where(v => v.Key.Succeeded).Sum(v => v.Value);

    public double BootsPerSecond => Boots.Values.Sum() / Wall.TotalSeconds;

    public static FleetSummary Of(FleetResult result) => new()
    {
        Fleet = FleetIdentity.Of(result.Options),
        Shard = result.Options.Shard,
        Began = result.Began,
        Wall = result.Wall,
        Phones = result.Verdicts.Count,
        Boots = result.Counts.Boots,
        Verdicts = result.Verdicts.Values.CountBy(v => v).ToDictionary(v => v.Key, v => (long)v.Value),
        VerdictSum = result.Verdicts.Aggregate(0UL, (sum, v) => unchecked(sum + PhoneChance.Mix(PhoneChance.Mix(v.Key) + (ulong)v.Value))),
        Phases = result.Phases,
        Servers = result.Servers,
        Cpu = result.Watch.Cpu,
        Watch = result.Watch,
        WasStopped = result.WasStopped,
    };
}
