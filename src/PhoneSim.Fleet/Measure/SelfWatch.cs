namespace PhoneSim.Fleet.Measure;

/// <summary>What the generator says of itself. A run in which it was the bottleneck measured the generator, not the server.</summary>
public sealed record SelfWatch
{
    /// <summary>Our choice: a phone's first retransmission comes after 500 ms; a tenth of that spoils no latency a person would notice.</summary>
    public static readonly TimeSpan MostLag = TimeSpan.FromMilliseconds(50);

    /// <summary>Our choice: above it, queues in the generator grow.</summary>
    public const double MostBusy = 0.95;

    /// <summary>99th percentile of the loops' rounds.</summary>
    public required TimeSpan LoopLag { get; init; }

    /// <summary>99th percentile of actual behind intended start.</summary>
    public required TimeSpan StartLag { get; init; }

    /// <summary>Part of the time in which the busiest loop worked; 0 … 1.</summary>
    public required double BusiestLoop { get; init; }

    /// <summary>CPU time of the whole process.</summary>
    public required TimeSpan Cpu { get; init; }

    /// <summary>Datagrams that this host's sockets, of whatever process, dropped for want of room during the run.</summary>
    public required long ReceiveDrops { get; init; }

    /// <summary>Transfers that could not begin because the process had no file descriptor left.</summary>
    public long SocketsMissing { get; init; }

    /// <summary>Garbage collections of every generation.</summary>
    public int Collections { get; init; }

    /// <summary>Of them, those of the whole heap.</summary>
    public required int FullCollections { get; init; }

    /// <summary>From the first intended start to the last of them, to half a second; null: there was none. A steady run has none after its flash has filled.</summary>
    public TimeSpan? LastFullCollection { get; init; }

    /// <summary>Managed memory that was asked for during the run, bytes.</summary>
    public long Allocated { get; init; }

    /// <summary>Resident memory at the end, bytes.</summary>
    public required long Resident { get; init; }

    /// <summary>Why the run is INVALID; empty: it is valid.</summary>
    public IReadOnlyList<string> Complaints => [.. Complain()];

    private IEnumerable<string> Complain()
    {
        if (LoopLag > MostLag)
            yield return $"packets waited up to {LoopLag.TotalMilliseconds:0} ms (p99) for their turn in the generator, {MostLag.TotalMilliseconds:0} ms at most are accepted";
        if (StartLag > MostLag)
            yield return $"phones started up to {StartLag.TotalMilliseconds:0} ms (p99) after their intended time, {MostLag.TotalMilliseconds:0} ms at most are accepted";
        if (SocketsMissing > 0)
            yield return $"{SocketsMissing} transfers found no free file descriptor: raise the limit of open files (ulimit -n)";
        if (BusiestLoop > MostBusy)
            yield return $"a loop of the generator was busy {BusiestLoop * 100:0} % of the time, {MostBusy * 100:0} % at most are accepted: less load, more cores or more shards";
    }
}
