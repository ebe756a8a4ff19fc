namespace PhoneSim.Phone.Keypad;

/// <summary>A clock that stands still until someone waits on it; a wait is over at once and has moved the clock. For pressing keys without sitting through the pauses.</summary>
/// <param name="source">Where the time of day starts.</param>
public sealed class InstantTime(TimeProvider source) : TimeProvider
{
    private readonly DateTimeOffset start = source.GetUtcNow();
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => source.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => start.AddTicks(Interlocked.Read(ref ticks));

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public void Advance(TimeSpan duration) => Interlocked.Add(ref ticks, duration.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Advance(dueTime);
        return source.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : TimeSpan.Zero, period);
    }
}
