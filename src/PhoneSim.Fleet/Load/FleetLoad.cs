namespace PhoneSim.Fleet.Load;

/// <summary>When phones start. Open model: at times of their own, whatever the server does. Closed model: the next one starts when one is done.</summary>
public sealed record FleetLoad
{
    /// <summary>Starts a second; null: all at once, as after a power cut. Open model.</summary>
    public double? Rate { get; init; }

    /// <summary>Time in which the rate rises from zero.</summary>
    public TimeSpan Ramp { get; init; }

    /// <summary>Each start is late by a time of its own below this.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>Phones under way at once, in the whole fleet; null: open model.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Phones are reset and start again until this has passed; null: each phone starts once.</summary>
    public TimeSpan? Duration { get; init; }
}
