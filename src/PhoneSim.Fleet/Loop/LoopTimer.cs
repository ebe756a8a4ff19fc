namespace PhoneSim.Fleet.Loop;

/// <summary>
/// A wait on the loop's queue. Its time may move on while it waits; it is asked only when it is reached. What has ended stays queued until its first time comes, by the thousand when
/// transfers take milliseconds and their waits seconds: it keeps nothing alive, and the loop uses it again afterwards.
/// </summary>
internal sealed class LoopTimer
{
    private Action? onDue;

    /// <summary>A timestamp of the loop's clock.</summary>
    public long DueAt { get; set; }

    public bool IsOver => onDue is null;

    /// <param name="then">Called on the loop's thread at or after <paramref name="due"/>.</param>
    public void Begin(long due, Action then) => (DueAt, onDue) = (due, then);

    /// <summary>Nothing is awaited any more; it is no longer the caller's.</summary>
    public void End() => onDue = null;

    public void Fire() => onDue?.Invoke();
}
