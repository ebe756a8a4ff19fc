using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PhoneSim.Fleet.Tests;

[CollectionDefinition(nameof(FleetMetricsTests), DisableParallelization = true)]
[Collection(nameof(FleetMetricsTests))]
public sealed class FleetMetricsTests : IAsyncLifetime
{
    private const int Phones = 15;

    private readonly FleetBench bench = new();
    private readonly ConcurrentDictionary<string, double> sums = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Run_IsCountedAndMeasured()
    {
        using MeterListener listener = Listen();
        await FleetBench.RunAsync(bench.Fleet(Phones));
        Assert.Equal((Phones, Phones, 0), (sums["phonesim.fleet.starts"], sums["phonesim.fleet.boots verdict=configured"], sums["phonesim.fleet.under_way"]));
        Assert.All((string[])["ctl", "itl", "config", "verify", "decrypt", "boot"], phase => Assert.True(sums[$"phonesim.fleet.phase.duration phase={phase}"] > 0));
        Assert.True(sums["phonesim.fleet.loop.lag"] > 0);
    }

    [Fact]
    public async Task Losses_ShowAsRetransmissions()
    {
        using MeterListener listener = Listen();
        await FleetBench.RunAsync(bench.Fleet(Phones) with { Loss = 0.1, Mix = [new(FleetBench.Impatient, 1)] });
        Assert.True(sums["phonesim.fleet.retransmissions"] > 0);
    }

    private MeterListener Listen()
    {
        MeterListener listener = new() { InstrumentPublished = (instrument, to) => { if (instrument.Meter.Name == FleetMetrics.MeterName) to.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        sums.AddOrUpdate(instrument.Name + (tags.Length == 0 ? "" : $" {tags[0].Key}={tags[0].Value}"), value, (_, sum) => sum + value);
}
