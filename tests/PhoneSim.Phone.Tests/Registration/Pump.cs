namespace PhoneSim.Phone.Tests.Registration;

/// <summary>Runs asynchronous code on the test's own thread, as far as it gets without waiting: so a test knows that all is quiet before it moves its clock.</summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> work = new();

    public override void Post(SendOrPostCallback d, object? state) => work.Enqueue((d, state));

    public T Run<T>(Func<T> start)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            T result = start();
            while (work.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
                next.Callback(next.State);
            return result;
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
