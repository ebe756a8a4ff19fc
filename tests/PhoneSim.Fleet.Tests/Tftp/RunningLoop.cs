using PhoneSim.Fleet.Loop;
using PhoneSim.Fleet.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet.Tests.Tftp;

/// <summary>A loop on a thread of its own, with the TFTP client of its phones.</summary>
internal sealed class RunningLoop : IAsyncDisposable
{
    private readonly FleetLoop loop = new(TimeProvider.System);
    private readonly ManualResetEventSlim mayRun = new(true);
    private readonly LoopTftpTransport transport;
    private readonly Task running;
    private volatile bool isOver;

    /// <param name="loops">That share the host's ports, this one among them.</param>
    public RunningLoop(bool shared = false, int loops = 1)
    {
        transport = new(loop, new TftpSettings(), new(loop, shared, loops));
        running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Task<FetchResult> FetchAsync(int port)
    {
        TaskCompletionSource<FetchResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.Post(_ => _ = FetchAsync(port, done), null);
        return done.Task;
    }

    /// <summary>The loop reads nothing until <see cref="Release"/>.</summary>
    public async Task HoldAsync()
    {
        mayRun.Reset();
        TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.Post(_ =>
        {
            held.SetResult();
            mayRun.Wait(TestContext.Current.CancellationToken);
        }, null);
        await held.Task;
    }

    public void Release() => mayRun.Set();

    public async ValueTask DisposeAsync()
    {
        isOver = true;
        loop.Post(_ => { }, null);
        await running;
        loop.Dispose();
        mayRun.Dispose();
    }

    private void Run()
    {
        loop.Enter();
        while (!isOver)
            loop.RunOnce(long.MaxValue);
    }

    private async Task FetchAsync(int port, TaskCompletionSource<FetchResult> done) =>
        done.SetResult(await transport.FetchAsync(new("file", new("127.0.0.1", port), 100_000), TestContext.Current.CancellationToken));
}
