using HdrHistogram;
using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Loop;
using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Services;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Fleet;

/// <summary>Boots a fleet, or one shard of it, once. Linux only: elsewhere there is no epoll.</summary>
public sealed class FleetRun : IDisposable
{
    /// <summary>Our choice: loops and threads stand by then, so that the first phones are not late.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(0.1);

    private readonly FleetOptions options;
    private readonly FleetFolder? folder;
    private readonly IReadOnlyList<FleetPhone> phones;
    private readonly IKeyGenerator? keys;
    private FleetWorker[] workers = [];

    /// <summary>Reads the flash of all phones, where it is in folders, and holds their folder until it is disposed.</summary>
    /// <exception cref="PlatformNotSupportedException"/>
    /// <exception cref="IOException">A phone's flash folder cannot be read or written, or another process holds it or the folder of all.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public FleetRun(FleetOptions options)
    {
        if (!FleetLoop.IsSupported)
            throw new PlatformNotSupportedException("fleets run on Linux only: their loop is epoll");
        this.options = options;
        keys = options.Services.Keys switch { FleetKeys.None => null, FleetKeys.Prepared => new PreparedKeys(new PlatformKeyGenerator()), _ => new PlatformKeyGenerator() };
        folder = options.FlashFolder is { } path ? new(path, options.Shard) : null;
        try
        {
            using FleetPhones factory = new(options);
            phones = factory.Make();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>From any thread, at any time.</summary>
    public FleetCounts Counts => workers.Aggregate(new FleetCounts(), (sum, worker) => sum + worker.Counts);

    /// <summary>From any thread, at any time.</summary>
    public FleetView View => FleetView.Of([.. workers.Select(worker => worker.View)]);

    public void Dispose() => folder?.Dispose();

    /// <summary>Ends when every phone rests, or soon after the cancellation with what there is until then.</summary>
    public async Task<FleetResult> RunAsync(CancellationToken cancellation)
    {
        ProcessMeter meter = new();
        DateTimeOffset now = options.Time.GetUtcNow();
        DateTimeOffset began = options.StartAt > now + Lead ? options.StartAt.Value : now + Lead;
        long origin = options.Time.GetTimestamp() + options.Time.Ticks(began - now);
        workers = [.. Enumerable.Range(0, options.Loops).Select(i => Worker(i, origin, cancellation))];
        await Task.WhenAll(workers.Select(worker => Task.Factory.StartNew(worker.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        foreach (FleetWorker worker in workers)
            worker.Dispose();
        return Result(began, origin, meter, cancellation.IsCancellationRequested);
    }

    private FleetWorker Worker(int index, long origin, CancellationToken cancellation)
    {
        FleetPhone[] own = [.. phones.Where((_, i) => i % options.Loops == index)];
        IStarter starter = options.Load.Concurrency is { } concurrency
            ? new ClosedStarter(options, own, Part(Part(concurrency, options.Shard.Index, options.Shard.Count), index, options.Loops), origin)
            : new OpenStarter(options, own, origin);
        return new(options, own.Length, starter, keys, cancellation);
    }

    /// <summary>A whole divided as evenly as whole numbers allow; at least 1.</summary>
    private static int Part(int whole, int index, int count) => Math.Max(1, (whole / count) + (index < whole % count ? 1 : 0));

    private FleetResult Result(DateTimeOffset began, long origin, ProcessMeter meter, bool stopped)
    {
        TimeSpan wall = SinceStart(origin, Math.Max(origin + 1, options.Time.GetTimestamp()));
        PhaseHistograms phases = workers[0].Phases; // A further one would be large enough to make the collector go through all phones.
        LongHistogram rounds = new(1, PhaseHistograms.HighestMicroseconds, 2), lag = new(1, PhaseHistograms.HighestMicroseconds, 2);
        foreach (FleetWorker worker in workers)
        {
            if (worker.Phases != phases)
                phases.Add(worker.Phases);
            rounds.Add(worker.Watch.Rounds);
            lag.Add(worker.Watch.StartLag);
        }

        return new()
        {
            Options = options, Began = began, Wall = wall, Counts = Counts, Phases = phases, WasStopped = stopped,
            Verdicts = phones.ToDictionary(p => p.Mac, p => p.Verdict),
            Watch = meter.Read(rounds, lag, workers.Max(w => w.Watch.Working) / wall) with
            {
                SocketsMissing = workers.Sum(w => w.SocketsMissing),
                LastFullCollection = workers.Max(w => w.Watch.LastFullCollection) is { } last ? SinceStart(origin, last) : null,
            },
            Servers = ServerTally.Sum(workers.SelectMany(w => w.Servers.All)),
            Defects = [.. workers.SelectMany(w => w.Defects).Take(10)],
        };
    }

    private TimeSpan SinceStart(long origin, long timestamp) => options.Time.GetElapsedTime(origin, Math.Max(origin, timestamp));
}
