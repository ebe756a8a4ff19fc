using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PhoneSim.Fleet.Loop;

/// <summary>
/// One thread for thousands of phones: sockets that became readable, waits that ended, continuations that came from elsewhere, in turn. It is the synchronization context of
/// its thread, so that whatever a phone awaits, the phone goes on here. Everything but <see cref="Post"/> belongs to that thread.
/// </summary>
internal sealed class FleetLoop : SynchronizationContext, IDisposable
{
    private readonly Epoll epoll = new();
    private readonly int wake;
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> posted = new();
    private readonly PriorityQueue<LoopTimer, long> timers = new();
    private readonly Stack<LoopTimer> ended = [];
    private readonly int[] ready = new int[256];
    private ILoopSocket?[] sockets = new ILoopSocket?[1024];
    private int thread;

    public FleetLoop(TimeProvider time)
    {
        Time = time;
        wake = Libc.EventDescriptor(0, Libc.NonBlockingEvent);
        if (wake < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        epoll.Add(wake);
    }

    public TimeProvider Time { get; }

    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Takes the calling thread for its own.</summary>
    public void Enter()
    {
        thread = Environment.CurrentManagedThreadId;
        SetSynchronizationContext(this);
    }

    public void Add(int descriptor, ILoopSocket socket)
    {
        if (descriptor >= sockets.Length)
            Array.Resize(ref sockets, Math.Max(descriptor + 1, sockets.Length * 2));
        sockets[descriptor] = socket;
        epoll.Add(descriptor);
    }

    /// <summary>Closes the descriptor.</summary>
    public void Close(int descriptor)
    {
        sockets[descriptor] = null;
        _ = Libc.Close(descriptor);
    }

    /// <param name="due">A timestamp.</param>
    public LoopTimer Await(long due, Action onDue)
    {
        LoopTimer timer = ended.TryPop(out LoopTimer? kept) ? kept : new();
        timer.Begin(due, onDue);
        timers.Enqueue(timer, due);
        return timer;
    }

    /// <summary>Does what there is to do; when there is nothing, waits for it until <paramref name="until"/>, a timestamp.</summary>
    /// <returns>When it began to work: what came before that had to wait for nobody.</returns>
    public long RunOnce(long until)
    {
        int count = epoll.Wait(ready, WaitUntil(until));
        long began = Time.GetTimestamp();
        for (int i = 0; i < count; i++)
            if (ready[i] == wake)
                Drain();
            else
                sockets[ready[i]]?.OnReadable();
        RunPosted();
        RunDue(began);
        return began;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        posted.Enqueue((d, state));
        if (Environment.CurrentManagedThreadId != thread)
            Wake();
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("a phone never blocks its loop");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Closes the sockets that are left, too.</summary>
    public void Dispose()
    {
        for (int descriptor = 0; descriptor < sockets.Length; descriptor++)
            if (sockets[descriptor] is not null)
                Close(descriptor);
        epoll.Dispose();
        _ = Libc.Close(wake);
    }

    private int WaitUntil(long until)
    {
        if (!posted.IsEmpty)
            return 0;
        long first = timers.TryPeek(out _, out long due) ? Math.Min(due, until) : until;
        double milliseconds = Time.GetElapsedTime(Time.GetTimestamp(), first).TotalMilliseconds;
        return (int)Math.Clamp(Math.Ceiling(milliseconds), 0, 1000);
    }

    private unsafe void Wake()
    {
        ulong one = 1;
        _ = Libc.Write(wake, &one, sizeof(ulong));
    }

    private unsafe void Drain()
    {
        ulong value;
        _ = Libc.Read(wake, &value, sizeof(ulong));
    }

    private void RunPosted()
    {
        for (int left = posted.Count; left > 0 && posted.TryDequeue(out var work); left--)
            work.Callback(work.State);
    }

    private void RunDue(long now)
    {
        while (timers.TryPeek(out LoopTimer? timer, out long due) && due <= now)
        {
            timers.Dequeue();
            if (timer.DueAt <= now)
                timer.Fire();
            if (timer.IsOver)
                ended.Push(timer);
            else
                timers.Enqueue(timer, timer.DueAt);
        }
    }
}
