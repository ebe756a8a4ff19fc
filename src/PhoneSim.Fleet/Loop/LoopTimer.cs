namespace PhoneSim.Fleet.Loop;

/// <summary>
/// A wait on the loop's queue. Its time may move on while it waits; it is asked only when it is reached. What has ended stays queued until its first time comes, by the thousand when
/// transfers take milliseconds and their waits seconds: it keeps nothing alive but itself.
/// </summary>
/// <param name="onDue">Called on the loop's thread at or after <see cref="DueAt"/>.</param>
internal sealed class LoopTimer(Action onDue)
{
    private Action? onDue = onDue;

    /// <summary>A timestamp of the loop's clock.</summary>
    public long DueAt { get; set; }

    public bool IsOver => onDue is null;

    /// <summary>Nothing is awaited any more.</summary>
    public void End() => onDue = null;

    public void Fire() => onDue?.Invoke();
}
