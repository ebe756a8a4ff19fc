namespace PhoneSim.Phone.Events;

/// <summary>The last events of a phone as lines for a screen; written by the phone's loop, read by the drawing thread.</summary>
public sealed class EventLog(int capacity, IPhoneObserver? next = null) : IPhoneObserver
{
    private readonly Lock gate = new();
    private readonly Queue<PhoneEvent> events = new(capacity);

    public void OnEvent(PhoneEvent phoneEvent)
    {
        lock (gate)
        {
            if (events.Count == capacity)
                events.Dequeue();
            events.Enqueue(phoneEvent);
        }

        next?.OnEvent(phoneEvent);
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PhoneEvent> Snapshot()
    {
        lock (gate)
            return [.. events];
    }
}
