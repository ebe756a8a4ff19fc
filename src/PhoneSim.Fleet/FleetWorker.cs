using System.Diagnostics.CodeAnalysis;
using HdrHistogram;
using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Loop;
using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Services;
using PhoneSim.Fleet.Tftp;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Fleet;

/// <summary>One loop with its phones: starts each when its turn comes, follows its boot, keeps what it measured.</summary>
internal sealed class FleetWorker : IDisposable
{
    /// <summary>Starts in one round: packets of those under way must not wait for a whole power cut.</summary>
    private const int StartsInARound = 32;

    private static readonly TimeSpan ViewEvery = TimeSpan.FromSeconds(0.5);

    private readonly FleetOptions options;
    private readonly IStarter starter;
    private readonly CancellationToken cancellation;
    private readonly FleetLoop loop;
    private readonly TftpSockets sockets;
    private readonly FleetNetwork network;
    private readonly FleetFlash flashes;
    private readonly LoopTally tally;
    private readonly LongHistogram boots = FleetView.NewBoots();
    private readonly Stack<BootMachine> machines = new();
    private readonly List<Exception> defects = [];
    private FleetView view = new();
    private long viewed;

    public FleetWorker(FleetOptions options, int phones, IStarter starter, IKeyGenerator? keys, CancellationToken cancellation)
    {
        (this.options, this.starter, this.cancellation) = (options, starter, cancellation);
        tally = new(phones);
        loop = new(options.Time);
        sockets = new(loop, options.SharedSockets, options.Loops);
        network = new(options, loop, sockets, Phases, keys);
        flashes = new(options.FlashFolder);
    }

    public PhaseHistograms Phases { get; } = new();

    public LoopWatch Watch { get; } = new();

    public ServerTallies Servers { get; } = new();

    /// <summary>The first few; any one is a failure of the simulator.</summary>
    public IReadOnlyList<Exception> Defects => defects;

    public long SocketsMissing => sockets.Missing;

    /// <summary>From any thread; a moment old.</summary>
    public FleetCounts Counts => tally.Counts;

    /// <summary>From any thread; a second old at most.</summary>
    public FleetView View => Volatile.Read(ref view) with { Counts = Counts };

    /// <summary>Takes the calling thread until every phone rests.</summary>
    public void Run()
    {
        loop.Enter();
        using CancellationTokenRegistration wakeUp = cancellation.UnsafeRegister(static state => ((FleetLoop)state!).Post(static _ => { }, null), loop);
        long began = options.Time.GetTimestamp();
        while (tally.UnderWay > 0 || !(starter.IsDone || cancellation.IsCancellationRequested))
        {
            bool more = StartDue();
            long now = options.Time.GetTimestamp();
            Watch.Round(options.Time.GetElapsedTime(began, now));
            ShowView(now);
            began = loop.RunOnce(more ? 0 : cancellation.IsCancellationRequested ? long.MaxValue : starter.Next);
        }

        Watch.Look(began);
    }

    public void Dispose()
    {
        network.Dispose();
        loop.Dispose();
    }

    /// <summary>True: there are more.</summary>
    private bool StartDue()
    {
        for (int left = StartsInARound; left > 0 && !cancellation.IsCancellationRequested; left--)
        {
            long now = options.Time.GetTimestamp();
            if (starter.Take(now) is not { } start)
                return false;
            Watch.Started(options.Time.GetElapsedTime(start.Intended, now));
            _ = BootAsync(start.Phone, start.Intended);
        }

        return true;
    }

    private async Task BootAsync(FleetPhone phone, long intended)
    {
        phone.IsUnderWay = true;
        tally.Began();
        long rested = await AttemptAsync(phone);
        for (int left = options.Retry?.Times ?? 0; left > 0 && MustRetry(phone) && !cancellation.IsCancellationRequested; left--)
        {
            await Task.Delay(options.Retry!.After, options.Time, cancellation).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            rested = await AttemptAsync(phone);
        }

        if (phone.Verdict is not (FleetVerdict.Unfinished or FleetVerdict.Defect))
            Record(options.Time.GetElapsedTime(intended, rested));
        phone.IsUnderWay = false;
        tally.Rested(phone.Verdict);
        starter.Rested(phone, options.Time.GetTimestamp());
    }

    /// <summary>A phone that missed, say, its trust list refuses the configuration that came: it too tries again.</summary>
    private static bool MustRetry(FleetPhone phone) => phone.Verdict == FleetVerdict.Unreachable || (phone.MissedAnswers && !phone.Verdict.Succeeded);

    /// <returns>Timestamp of its rest.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "One phone's defect is reported and counted; the others go on.")]
    private async Task<long> AttemptAsync(FleetPhone phone)
    {
        BootWatch watch = new(Phases, options.Time);
        BootMachine machine = machines.TryPop(out BootMachine? kept) ? kept : new();
        try
        {
            phone.Verdict = await BootOnceAsync(phone, machine, watch);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            phone.Verdict = FleetVerdict.Unfinished;
        }
        catch (Exception defect)
        {
            phone.Verdict = FleetVerdict.Defect;
            if (defects.Count < 10)
                defects.Add(defect);
        }

        machines.Push(machine);
        return watch.RestedAt;
    }

    private async Task<FleetVerdict> BootOnceAsync(FleetPhone phone, BootMachine machine, BootWatch watch)
    {
        phone.Boots++;
        MemoryFlash flash = new(phone.Flash);
        try
        {
            BootReport report = await new PhoneDevice(network.Connect(phone, flash, watch), machine).BootAsync(cancellation);
            PhaseRecorder.Record(Phases, report.Findings);
            phone.MissedAnswers = Servers.Record(report.Findings.Requests);
            return FleetVerdicts.Of(report.Outcome);
        }
        finally
        {
            flashes.Keep(phone, flash);
        }
    }

    private void Record(TimeSpan boot)
    {
        Phases.Record(Phase.Boot, boot);
        boots.RecordValue(PhaseHistograms.Microseconds(boot));
    }

    private void ShowView(long now)
    {
        if (options.Time.GetElapsedTime(viewed, now) < ViewEvery)
            return;
        viewed = now;
        Watch.Look(now);
        Volatile.Write(ref view, new() { Boots = (LongHistogram)boots.Copy(), Servers = Servers.All, Working = Watch.Working });
    }
}
