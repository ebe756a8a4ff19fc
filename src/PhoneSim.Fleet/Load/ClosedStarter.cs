namespace PhoneSim.Fleet.Load;

/// <summary>So many phones are under way; the next starts when one is done.</summary>
internal sealed class ClosedStarter(FleetOptions options, IEnumerable<FleetPhone> phones, int concurrency, long origin) : IStarter
{
    private readonly Queue<FleetPhone> ready = new(phones);
    private int underWay;

    public long Next => ready.Count > 0 && underWay < concurrency ? origin : long.MaxValue;

    public bool IsDone => ready.Count == 0 || IsOver(options.Time.GetTimestamp());

    public (FleetPhone Phone, long Intended)? Take(long now)
    {
        if (now < origin || underWay >= concurrency || ready.Count == 0 || IsOver(now))
            return null;
        underWay++;
        return (ready.Dequeue(), now);
    }

    public void Rested(FleetPhone phone, long now)
    {
        underWay--;
        if (options.Load.Duration is not null)
            ready.Enqueue(phone);
    }

    private bool IsOver(long now) => options.Load.Duration is { } duration && options.Time.GetElapsedTime(origin, now) >= duration;
}
