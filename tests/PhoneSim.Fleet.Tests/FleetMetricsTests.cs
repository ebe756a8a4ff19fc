using PhoneSim.Network;
using PhoneSim.TestSupport;

namespace PhoneSim.Fleet.Tests;

public sealed class FleetMetricsTests : IAsyncLifetime
{
    private const int Phones = 15;

    private readonly FleetBench bench = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Run_IsCountedAndMeasured()
    {
        using MetricBook book = new(FleetMetrics.MeterName);
        await FleetBench.RunAsync(bench.Fleet(Phones));
        Assert.Equal((Phones, Phones, 0), (book["phonesim.fleet.starts"], book["phonesim.fleet.boots configured"], book["phonesim.fleet.under_way"]));
        Assert.All((string[])["ctl", "itl", "config", "verify", "decrypt", "boot"], phase => Assert.True(book[$"phonesim.fleet.phase.duration {phase}"] > 0));
        Assert.True(book["phonesim.fleet.loop.lag"] > 0);
    }

    [Fact]
    public async Task Losses_ShowAsRetransmissions()
    {
        using MetricBook book = new(NetworkMetrics.MeterName);
        await FleetBench.RunAsync(bench.Fleet(Phones) with { Loss = 0.1, Mix = [new(FleetBench.Impatient, 1)] });
        Assert.True(book["phonesim.tftp.retransmissions"] > 0);
    }
}
