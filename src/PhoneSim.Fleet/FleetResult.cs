using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet;

/// <summary>What a run, or as much of it as was run, brought.</summary>
public sealed record FleetResult
{
    public required FleetOptions Options { get; init; }

    public required DateTimeOffset Began { get; init; }

    /// <summary>From the first intended start to the last phone's rest.</summary>
    public required TimeSpan Wall { get; init; }

    public required FleetCounts Counts { get; init; }

    /// <summary>The last verdict on each phone of the shard, by MAC address.</summary>
    public required IReadOnlyDictionary<ulong, FleetVerdict> Verdicts { get; init; }

    public required PhaseHistograms Phases { get; init; }

    /// <summary>File servers, the slowest on average first.</summary>
    public required IReadOnlyList<ServerTally> Servers { get; init; }

    public required SelfWatch Watch { get; init; }

    /// <summary>Ended by the user before its end.</summary>
    public required bool WasStopped { get; init; }

    /// <summary>The first of the simulator's own failures; empty: there were none.</summary>
    public required IReadOnlyList<Exception> Defects { get; init; }

    public bool AllSucceeded => Verdicts.Count > 0 && Verdicts.Values.All(verdict => verdict.Succeeded);
}
