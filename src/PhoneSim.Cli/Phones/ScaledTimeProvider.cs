namespace PhoneSim.Cli.Phones;

/// <summary>A clock on which everything passes <paramref name="scale"/> times faster: timers, timestamps and the time of day alike.</summary>
internal sealed class ScaledTimeProvider(TimeProvider real, double scale) : TimeProvider
{
    private readonly long origin = real.GetTimestamp();
    private readonly DateTimeOffset start = real.GetUtcNow();

    public override long TimestampFrequency => real.TimestampFrequency;

    public override long GetTimestamp() => origin + (long)((real.GetTimestamp() - origin) * scale);

    public override DateTimeOffset GetUtcNow() => start + GetElapsedTime(origin);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(real.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    private TimeSpan Real(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / scale;

    private sealed class ScaledTimer(ITimer timer, ScaledTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
