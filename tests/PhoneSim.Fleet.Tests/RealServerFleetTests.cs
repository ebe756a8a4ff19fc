using System.Text.Json;
using HdrHistogram;
using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet.Tests;

/// <summary>Fleets before real servers: nobody is lost, whatever happens to packets and servers.</summary>
[Trait("Category", "Interop")]
public sealed class RealServerFleetTests
{
    [Theory]
    [InlineData("dnsmasq", 500)]
    [InlineData("tftpd-hpa", 300)]
    [InlineData("lab", 500)]
    public Task EveryPhone_IsConfigured(string kind, int phones) => AllConfiguredAsync(kind, phones);

    [Theory]
    [Trait("Category", "Soak")]
    [InlineData("dnsmasq", 10_000)]
    [InlineData("tftpd-hpa", 1000)]
    [InlineData("lab", 10_000)]
    public Task EveryPhoneOfASite_IsConfigured(string kind, int phones) => AllConfiguredAsync(kind, phones);

    [Theory]
    [InlineData("dnsmasq", 300)]
    [InlineData("tftpd-hpa", 300)]
    [InlineData("lab", 300)]
    public Task TenPercentLost_EveryPhoneIsConfigured(string kind, int phones) => AllConfiguredDespiteLossesAsync(kind, phones);

    [Theory]
    [Trait("Category", "Soak")]
    [InlineData("dnsmasq", 10_000)]
    [InlineData("lab", 10_000)]
    public Task TenPercentLost_EveryPhoneOfASiteIsConfigured(string kind, int phones) => AllConfiguredDespiteLossesAsync(kind, phones);

    private static async Task AllConfiguredAsync(string kind, int phones)
    {
        await using RealServers server = new(kind, phones);
        FleetResult result = await FleetBench.RunAsync(Fleet(server, phones) with { Load = new() { Concurrency = 100 } });
        Assert.Empty(result.Defects);
        Assert.Equal((phones, phones), (result.Verdicts.Count(v => v.Value == FleetVerdict.Configured), result.Phases[Phase.Boot].TotalCount));
    }

    private static async Task AllConfiguredDespiteLossesAsync(string kind, int phones)
    {
        await using RealServers server = new(kind, phones);
        FleetResult result = await FleetBench.RunAsync(Fleet(server, phones) with { Loss = 0.1, Load = new() { Concurrency = 300 } });
        Assert.True(result.AllSucceeded, string.Join(", ", result.Verdicts.Values.CountBy(v => v)));
    }

    [Theory]
    [InlineData("dnsmasq", 500)]
    [InlineData("tftpd-hpa", 500)]
    [InlineData("lab", 500)]
    public Task ServerKilledAndRestarted_EveryPhoneIsConfigured(string kind, int phones) => AllConfiguredInTheEndAsync(kind, phones);

    [Theory]
    [Trait("Category", "Soak")]
    [InlineData("dnsmasq", 10_000)]
    [InlineData("lab", 10_000)]
    public Task ServerKilledAndRestarted_EveryPhoneOfASiteIsConfigured(string kind, int phones) => AllConfiguredInTheEndAsync(kind, phones);

    private static async Task AllConfiguredInTheEndAsync(string kind, int phones)
    {
        await using RealServers server = new(kind, phones);
        using FleetRun run = new(Fleet(server, phones) with { Load = new() { Rate = 250 } });
        Task<FleetResult> running = run.RunAsync(TestContext.Current.CancellationToken);
        await RestedAsync(run, phones / 5);
        await server.KillAsync();
        await RestedAsync(run, started: phones * 3 / 5);
        server.StartAgain();
        FleetResult result = await running;
        Assert.Contains(result.Servers, s => s.Unanswered > 0);
        Assert.True(result.AllSucceeded, string.Join(", ", result.Verdicts.Values.CountBy(v => v)));
        Assert.Equal(phones, result.Counts.Rested);
    }

    [Fact]
    public async Task ServerKilledForGood_EveryPhoneHasAVerdict()
    {
        await using RealServers server = new("dnsmasq", 300);
        using FleetRun run = new(Fleet(server, 300) with { Load = new() { Rate = 200 }, Retry = new(TimeSpan.FromSeconds(0.2), 2), Mix = [new(FleetBench.Impatient, 1)] });
        Task<FleetResult> running = run.RunAsync(TestContext.Current.CancellationToken);
        await RestedAsync(run, 100);
        await server.KillAsync();
        FleetResult result = await running;
        Assert.All(result.Verdicts.Values, verdict => Assert.True(verdict is FleetVerdict.Configured or FleetVerdict.Unreachable, verdict.Word));
        Assert.Equal(300, result.Counts.Rested);
    }

    [Fact]
    public async Task OneShardAndFour_SameVerdictForEveryMac_AndMergedPercentilesAreThoseOfTheSamples()
    {
        await using RealServers server = new("dnsmasq", 500, hasBroken: true);
        FleetOptions fleet = Fleet(server, 500) with { Load = new() { Rate = 400 }, Seed = 7 };
        FleetResult whole = await FleetBench.RunAsync(fleet);
        FleetResult[] parts = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => FleetBench.RunAsync(fleet with { Shard = new(i, 4), Loops = 1 })));
        FleetSummary merged = FleetMerge.Merge([.. parts.Select(part => Reread(FleetSummary.Of(part)))]);

        Assert.Equal(whole.Verdicts.OrderBy(v => v.Key), parts.SelectMany(p => p.Verdicts).OrderBy(v => v.Key));
        Assert.Equal((FleetSummary.Of(whole).VerdictSum, 500L), (merged.VerdictSum, merged.Phones));
        foreach (Phase phase in Enum.GetValues<Phase>())
            Assert.Equal(Samples(parts, phase), Samples(merged.Phases[phase]));
    }

    private static FleetOptions Fleet(RealServers server, int phones) => FleetBench.Fleet(phones, server.EndPoint.Host, server.EndPoint.Port) with { Load = new(), Retry = new(TimeSpan.FromSeconds(1), 20) };

    private static async Task RestedAsync(FleetRun run, int rested = 0, int started = 0)
    {
        using PeriodicTimer tick = new(TimeSpan.FromMilliseconds(5));
        while (run.Counts.Rested < rested || run.Counts.Started < started)
            await tick.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    private static FleetSummary Reread(FleetSummary summary)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
            FleetSummaryJson.Write(json, summary);
        return FleetSummaryJson.Read(stream.ToArray());
    }

    private static IEnumerable<long> Samples(IEnumerable<FleetResult> parts, Phase phase) => parts.SelectMany(part => Samples(part.Phases[phase])).Order();

    /// <summary>Each recorded value, as often as it was recorded.</summary>
    private static IEnumerable<long> Samples(HistogramBase histogram) => histogram.RecordedValues().SelectMany(value => Enumerable.Repeat(value.ValueIteratedTo, (int)value.CountAtValueIteratedTo));
}
