using System.Diagnostics.CodeAnalysis;
using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Loop;
using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Tftp;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet;

/// <summary>One loop with its phones: starts each when its turn comes, follows its boot, keeps what it measured.</summary>
internal sealed class FleetWorker : IDisposable
{
    /// <summary>Starts in one round: packets of those under way must not wait for a whole power cut.</summary>
    private const int StartsInARound = 32;

    private readonly FleetOptions options;
    private readonly IReadOnlyList<FleetPhone> phones;
    private readonly IStarter starter;
    private readonly CancellationToken cancellation;
    private readonly FleetLoop loop;
    private readonly TftpSockets sockets;
    private readonly Dictionary<FirmwareProfile, IFileTransport[]> transports = [];
    private readonly Stack<BootMachine> machines = new();
    private readonly TrustListPool lists = new();
    private readonly long[] verdicts = new long[Enum.GetValues<FleetVerdict>().Length];
    private readonly List<Exception> defects = [];
    private long started;
    private long underWay;

    public FleetWorker(FleetOptions options, IReadOnlyList<FleetPhone> phones, IStarter starter, CancellationToken cancellation)
    {
        (this.options, this.phones, this.starter, this.cancellation) = (options, phones, starter, cancellation);
        loop = new(options.Time);
        sockets = new(loop, options.SharedSockets, new(options.Loss, options.Seed));
    }

    public PhaseHistograms Phases { get; } = new();

    public LoopWatch Watch { get; } = new();

    /// <summary>The first few; any one is a failure of the simulator.</summary>
    public IReadOnlyList<Exception> Defects => defects;

    public long SocketsMissing => sockets.Missing;

    /// <summary>From any thread; a moment old.</summary>
    public FleetCounts Counts => new()
    {
        Phones = phones.Count,
        Started = Volatile.Read(ref started),
        UnderWay = Volatile.Read(ref underWay),
        Boots = Enum.GetValues<FleetVerdict>().Where(v => Volatile.Read(ref verdicts[(int)v]) > 0).ToDictionary(v => v, v => Volatile.Read(ref verdicts[(int)v])),
    };

    /// <summary>Takes the calling thread until every phone rests.</summary>
    public void Run()
    {
        loop.Enter();
        using CancellationTokenRegistration wakeUp = cancellation.UnsafeRegister(static state => ((FleetLoop)state!).Post(static _ => { }, null), loop);
        long began = options.Time.GetTimestamp();
        while (underWay > 0 || !(starter.IsDone || cancellation.IsCancellationRequested))
        {
            bool more = StartDue();
            Watch.Round(options.Time.GetElapsedTime(began));
            began = loop.RunOnce(more ? 0 : cancellation.IsCancellationRequested ? long.MaxValue : starter.Next);
        }
    }

    public void Dispose() => loop.Dispose();

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
        Begin(phone);
        await AttemptAsync(phone);
        for (int left = options.Retry?.Times ?? 0; left > 0 && phone.Verdict == FleetVerdict.Unreachable && !cancellation.IsCancellationRequested; left--)
        {
            await Task.Delay(options.Retry!.After, options.Time, cancellation).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            await AttemptAsync(phone);
        }

        if (phone.Verdict is not (FleetVerdict.Unfinished or FleetVerdict.Defect))
            Phases.Record(Phase.Boot, options.Time.GetElapsedTime(intended));
        Rest(phone);
    }

    [SuppressMessage("Design", "CA1031", Justification = "One phone's defect is reported and counted; the others go on.")]
    private async Task AttemptAsync(FleetPhone phone)
    {
        MemoryFlash flash = new(phone.Flash);
        BootMachine machine = machines.TryPop(out BootMachine? kept) ? kept : new();
        try
        {
            BootReport report = await new PhoneDevice(Options(phone, flash), machine).BootAsync(cancellation);
            phone.Verdict = FleetVerdicts.Of(report.Outcome);
            PhaseRecorder.Record(Phases, report.Findings);
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
        phone.Flash = flash.Contents with { Ctl = lists.Same(flash.Contents.Ctl), Itl = lists.Same(flash.Contents.Itl) };
    }

    private void Begin(FleetPhone phone)
    {
        phone.IsUnderWay = true;
        Volatile.Write(ref started, started + 1);
        Volatile.Write(ref underWay, underWay + 1);
        FleetMetrics.Started.Add(1);
    }

    private void Rest(FleetPhone phone)
    {
        phone.IsUnderWay = false;
        Volatile.Write(ref underWay, underWay - 1);
        ref long count = ref verdicts[(int)phone.Verdict];
        Volatile.Write(ref count, count + 1);
        FleetMetrics.Rested(phone.Verdict);
        starter.Rested(phone, options.Time.GetTimestamp());
    }

    private PhoneOptions Options(FleetPhone phone, MemoryFlash flash) => new()
    {
        Device = phone.Device,
        Profile = phone.Profile,
        Flash = flash,
        Transports = Transports(phone.Profile),
        Servers = options.Servers,
        TftpPort = options.TftpPort,
        HttpPort = 0,
        HttpsPort = 0,
        Time = options.Time,
    };

    private IFileTransport[] Transports(FirmwareProfile profile)
    {
        if (!transports.TryGetValue(profile, out IFileTransport[]? known))
            transports[profile] = known = [new LoopTftpTransport(loop, profile.Fetch.Tftp, sockets)];
        return known;
    }
}
