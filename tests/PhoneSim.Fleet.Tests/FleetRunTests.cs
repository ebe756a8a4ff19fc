using System.Net;
using System.Net.Sockets;
using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Measure;
using PhoneSim.Formats.Tftp;
using PhoneSim.Lab;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Fleet.Tests;

public sealed class FleetRunTests : IAsyncLifetime
{
    private readonly FleetBench bench = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fleet_AgainstTheLab_EveryPhoneGetsItsOwnVerdict(bool sharedSockets)
    {
        FleetResult result = await FleetBench.RunAsync(bench.Fleet(160) with { SharedSockets = sharedSockets });
        Assert.Equal(150, result.Verdicts.Count(v => v.Value == FleetVerdict.Configured));
        Assert.All(result.Verdicts.Where(v => v.Value != FleetVerdict.Configured), v => Assert.Equal((0xFUL, FleetVerdict.Rejected), (v.Key & 0xF, v.Value)));
        Assert.Empty(result.Defects);
    }

    [Fact]
    public async Task Phases_OfEachBoot_AreRecorded()
    {
        FleetResult result = await FleetBench.RunAsync(bench.Fleet(15));
        Assert.Equal([15, 30, 15, 15, 15, 0, 0, 0, 15], Enum.GetValues<Phase>().Select(phase => result.Phases[phase].TotalCount));
        Assert.True(result.Phases[Phase.Decrypt].GetValueAtPercentile(50) > 10);
    }

    [Fact]
    public async Task OpenModel_LatencyCountsFromTheIntendedStart()
    {
        FleetResult result = await FleetBench.RunAsync(bench.Fleet(15) with { Load = new() { Rate = 50, Ramp = TimeSpan.FromSeconds(0.1), Jitter = TimeSpan.FromSeconds(0.05) } });
        Assert.True(result.Wall > TimeSpan.FromSeconds(0.3));
        Assert.True(result.AllSucceeded);
    }

    [Fact]
    public async Task Duration_PhonesStartAgainAndKeepTheirFlash()
    {
        FleetResult result = await StoppedAsync(bench.Fleet(5) with { Load = new() { Concurrency = 5, Duration = TimeSpan.FromMinutes(5) } }, rested: 11);
        Assert.True(result.Counts.Boots[FleetVerdict.Configured] >= 11);
        Assert.All(result.Counts.Boots.Keys, verdict => Assert.True(verdict is FleetVerdict.Configured or FleetVerdict.Unfinished, verdict.Word));
    }

    [Fact]
    public async Task FullCollection_IsSeenWhenItWas()
    {
        FleetResult result = await StoppedAsync(bench.Fleet(5) with { Load = new() { Concurrency = 5, Duration = TimeSpan.FromMinutes(5) } }, rested: 5, GC.Collect);
        Assert.InRange(result.Watch.LastFullCollection!.Value, TimeSpan.FromTicks(1), result.Wall);
    }

    [Fact]
    public async Task Duration_EndsWithEveryPhoneAtRest()
    {
        FleetResult result = await FleetBench.RunAsync(bench.Fleet(5) with { Load = new() { Concurrency = 5, Duration = TimeSpan.FromSeconds(0.2) } });
        Assert.True(result.AllSucceeded);
    }

    [Fact]
    public async Task NobodyListens_EveryPhoneIsUnreachable()
    {
        FleetResult result = await FleetBench.RunAsync(FleetBench.Fleet(20, "127.0.0.1", LastingPorts.Take()) with { Load = new() });
        Assert.All(result.Verdicts.Values, verdict => Assert.Equal(FleetVerdict.Unreachable, verdict));
    }

    [Fact]
    public async Task SilentServer_TimesOut_AndRetriesCountAsOneBoot()
    {
        using Socket silent = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        FleetOptions fleet = FleetBench.Fleet(10, "127.0.0.1", ((IPEndPoint)silent.LocalEndPoint!).Port) with { Mix = [new(FleetBench.Impatient, 1)], Retry = new(TimeSpan.FromMilliseconds(10), 2) };
        FleetResult result = await FleetBench.RunAsync(fleet);
        Assert.Equal((10, 10), (result.Counts.Rested, result.Counts.Boots[FleetVerdict.Unreachable]));
        Assert.Equal(30, result.Phases[Phase.Ctl].TotalCount);
    }

    [Fact]
    public async Task TransferThatTheServerForgot_IsAnAnswerThatWasMissing_AndTriedAgain()
    {
        using ScriptedTftpServer server = new();
        Task<FleetResult> running = FleetBench.RunAsync(FleetBench.Fleet(1, "127.0.0.1", server.Port) with { Retry = new(TimeSpan.FromMilliseconds(10), 2) });
        while (await Task.WhenAny(running, ForgetAsync(server)) != running)
            continue;
        FleetResult result = await running;
        ServerTally tally = Assert.Single(result.Servers);
        Assert.Equal((9, 9, 3), (tally.Requests, tally.Unanswered, result.Phases[Phase.Ctl].TotalCount));
    }

    /// <summary>As a server that was restarted after its first block.</summary>
    private static async Task ForgetAsync(ScriptedTftpServer server)
    {
        await server.RequestAsync();
        UdpClient transfer = server.Transfer();
        await server.SendAsync(transfer, [0, 3, 0, 1, .. new byte[512]]);
        await ScriptedTftpServer.ReceiveAsync(transfer);
        await server.SendAsync(transfer, TftpPackets.Error(TftpErrorCode.UnknownTransferId, "unknown transfer id"));
    }

    [Fact]
    public async Task Cancelled_EndsWithTheResultsSoFar()
    {
        FleetResult result = await StoppedAsync(bench.Fleet(200) with { Load = new() { Rate = 100 } }, rested: 5);
        Assert.True(result.WasStopped);
        Assert.True(result.Verdicts.Count(v => v.Value == FleetVerdict.Configured) is >= 4 and < 200);
        Assert.Contains(FleetVerdict.NotStarted, result.Verdicts.Values);
    }

    [Fact]
    public async Task StartAt_NobodyStartsBefore()
    {
        DateTimeOffset at = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(3); // The phones must have been made by then, on a busy machine too.
        FleetResult result = await FleetBench.RunAsync(bench.Fleet(5) with { StartAt = at });
        Assert.True(DateTimeOffset.UtcNow > at);
        Assert.Equal((at, true), (result.Began, result.AllSucceeded));
    }

    [Fact]
    public async Task StartAt_CancelledBefore_NobodyStarted()
    {
        FleetResult result = await StoppedAsync(bench.Fleet(5) with { StartAt = DateTimeOffset.UtcNow + TimeSpan.FromHours(1) }, rested: 0);
        Assert.True(result.WasStopped);
        Assert.All(result.Verdicts.Values, verdict => Assert.Equal(FleetVerdict.NotStarted, verdict));
    }

    [Fact]
    public async Task Loss_IsRepairedByRetransmission()
    {
        FirmwareProfile quick = FleetBench.Profile with { Fetch = FleetBench.Profile.Fetch with { Tftp = FleetBench.Profile.Fetch.Tftp with { Retransmissions = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(300), 12)] } } };
        FleetResult result = await FleetBench.RunAsync(bench.Fleet(15) with { Loss = 0.03, Mix = [new(quick, 1)] });
        Assert.True(result.AllSucceeded);
    }

    [Fact]
    public void Flash_OfAPhoneThatIsHeld_RefusesTheRun_WhichThenHoldsNothing()
    {
        using TemporaryFolder folder = new();
        FleetOptions fleet = bench.Fleet(1) with { FlashFolder = folder.Path };
        using (new FolderFlash(folder.PathOf($"SEP{fleet.FirstMac:X12}")))
            Assert.Throws<FlashInUseException>(() => new FleetRun(fleet));
        new FleetRun(fleet).Dispose();
    }

    /// <param name="rested">Boots after which it is stopped.</param>
    /// <param name="before">What happens then, while it still runs.</param>
    private static async Task<FleetResult> StoppedAsync(FleetOptions fleet, int rested, Action? before = null)
    {
        using CancellationTokenSource stop = new();
        using FleetRun run = new(fleet);
        Task<FleetResult> running = run.RunAsync(stop.Token);
        while (run.Counts.Rested < rested)
            await Task.Yield();
        before?.Invoke();
        await stop.CancelAsync();
        return await running;
    }
}
