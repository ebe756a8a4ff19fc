using PhoneSim.Phone.Keypad;

namespace PhoneSim.Cli.Screens;

/// <summary>The clock of a recording of keys given in advance: the time that passes, the pauses that were skipped, and a moment for every key so that an eye can follow.</summary>
internal sealed class PacedTime(TimeProvider real, InstantTime keys) : TimeProvider
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly DateTimeOffset start = real.GetUtcNow();
    private readonly long origin = real.GetTimestamp();
    private readonly long firstKey = keys.GetTimestamp();
    private int moments;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (real.GetElapsedTime(origin) + keys.GetElapsedTime(firstKey) + (Moment * moments)).Ticks;

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(GetTimestamp());

    /// <summary>A key is about to be pressed.</summary>
    public void Pause() => moments++;
}
