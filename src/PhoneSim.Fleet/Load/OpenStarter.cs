using PhoneSim.Fleet.Loop;

namespace PhoneSim.Fleet.Load;

/// <summary>Phones start at times of their own, whatever the server does. One that is still under way when its time comes starts again as soon as it rests; its latency counts from the intended time.</summary>
internal sealed class OpenStarter : IStarter
{
    private readonly PriorityQueue<(FleetPhone Phone, long Boot), long> starts = new();
    private readonly FleetOptions options;
    private readonly StartSchedule schedule;
    private readonly long origin;
    private int waiting;

    public OpenStarter(FleetOptions options, IEnumerable<FleetPhone> phones, long origin)
    {
        (this.options, this.origin) = (options, origin);
        schedule = new(options.Load);
        foreach (FleetPhone phone in phones)
            Plan(phone, phone.Index);
    }

    public long Next => starts.TryPeek(out _, out long next) ? next : long.MaxValue;

    public bool IsDone => starts.Count == 0 && waiting == 0;

    public (FleetPhone Phone, long Intended)? Take(long now)
    {
        while (starts.TryPeek(out (FleetPhone Phone, long Boot) start, out long intended) && intended <= now)
        {
            starts.Dequeue();
            if (options.Load is { Duration: not null, Rate: not null })
                Plan(start.Phone, start.Boot + options.Count);
            if (!start.Phone.IsUnderWay)
                return (start.Phone, intended);
            (start.Phone.Waiting ??= new()).Enqueue(intended);
            waiting++;
        }

        return null;
    }

    public void Rested(FleetPhone phone, long now)
    {
        if (phone.Waiting is { Count: > 0 } queue)
        {
            waiting--;
            starts.Enqueue((phone, long.MinValue), queue.Dequeue());
        }
        else if (options.Load is { Duration: { } duration, Rate: null } && options.Time.GetElapsedTime(origin, now) < duration)
        {
            starts.Enqueue((phone, long.MinValue), now);
        }
    }

    private void Plan(FleetPhone phone, long boot)
    {
        if (boot < 0)
            return;
        TimeSpan start = schedule.Of(boot, new(options.Seed, phone.Mac));
        if (options.Load.Duration is not { } duration || start < duration)
            starts.Enqueue((phone, boot), origin + options.Time.Ticks(start));
    }
}
