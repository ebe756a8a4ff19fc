using PhoneSim.Cli.Tests.Fleets;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Cli.Tests.Otlp;

/// <summary>--otlp of programs of their own, whose metrics are nobody else's: what the collector holds when they have ended.</summary>
public sealed class OtlpTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private readonly LabPhoneBench bench = new("7962");

    private string Phone => $"--profile 7962 --server {bench.Tftp} --http-port 0 --https-port 0 --flash {folder.PathOf("flash")}";

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Boot_TheCollectorHasEachRequestAndTheOutcome()
    {
        await using OtlpReceiver collector = await OtlpReceiver.OverHttpAsync();
        await BootAsync($"--otlp {collector.Url}");
        Assert.Equal((1, 1, 1), (collector.Export["phonesim.phone.boot.duration configured"], collector.Export["phonesim.phone.request.duration ok itl tftp"], collector.Export["phonesim.phone.judgements itl initial"]));
        Assert.Equal(("s", "By"), (collector.Export.UnitOf("phonesim.phone.boot.duration"), collector.Export.UnitOf("phonesim.phone.received")));
        Assert.Equal(("phonesim", "SEP001122334455"), (collector.Export.Resource["service.name"], collector.Export.Resource["service.instance.id"]));
    }

    [Fact]
    public async Task Grpc_ByTheVariableOfOpenTelemetry_CarriesTheSame()
    {
        await using OtlpReceiver collector = await OtlpReceiver.OverGrpcAsync();
        Finished run = await BootAsync($"--otlp {collector.Url}", ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"));
        Assert.Equal((0, 1), (run.Code, collector.Export["phonesim.phone.boot.duration configured"]));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Variables_HeadersAndAttributes_GoToTheCollector()
    {
        await using OtlpReceiver collector = await OtlpReceiver.OverHttpAsync();
        await BootAsync($"--otlp {collector.Url}", ("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer t0ken"), ("OTEL_RESOURCE_ATTRIBUTES", "site=north"));
        Assert.Equal(("Bearer t0ken", "north"), (collector.Headers["authorization"], collector.Export.Resource["site"]));
    }

    [Fact]
    public async Task CollectorThatRefusesAtFirst_IsSaidOnce_AndThatItTakesThemAgain()
    {
        await using OtlpReceiver collector = await OtlpReceiver.OverHttpAsync();
        collector.Refusals = 1;
        Finished run = await BootAsync($"--otlp {collector.Url}");
        Assert.Equal([$"phonesim: {collector.Url}/ did not take the metrics: HTTP 503", $"phonesim: {collector.Url}/ takes the metrics again"], run.Error.TrimEnd().Split('\n'));
        Assert.Equal((0, 1), (run.Code, collector.Export["phonesim.phone.boot.duration configured"]));
    }

    [Fact]
    public async Task Fleet_EachPhoneIsCountedOnce()
    {
        await using OtlpReceiver collector = await OtlpReceiver.OverHttpAsync();
        await using FleetSite site = new();
        await RunAsync($"fleet {site.Options} --otlp {collector.Url}");
        Assert.Equal((FleetSite.Phones, FleetSite.Phones, 0), (collector.Export["phonesim.fleet.boots configured"], collector.Export["phonesim.phone.boot.duration configured"], collector.Export["phonesim.fleet.under_way"]));
        Assert.Equal("0/1", collector.Export.Resource["service.instance.id"]);
    }

    [Fact]
    public async Task Run_TheBootsOfItsScenariosAreCounted()
    {
        await using OtlpReceiver collector = await OtlpReceiver.OverHttpAsync();
        await RunAsync($"run manual-key-wrong --otlp {collector.Url}");
        Assert.Equal("run", collector.Export.Resource["service.instance.id"]);
        Assert.True(collector.Export["phonesim.phone.boot.duration decrypt-failed"] > 0);
    }

    [Fact]
    public async Task Press_TheBootOfAResetIsCounted()
    {
        await using OtlpReceiver collector = await OtlpReceiver.OverHttpAsync();
        await RunAsync($"press reset {Phone} --otlp {collector.Url}");
        Assert.Equal("SEP001122334455", collector.Export.Resource["service.instance.id"]);
        Assert.True(collector.Export["phonesim.phone.received tftp"] > 0);
    }

    private Task<Finished> BootAsync(string more, params (string Name, string Value)[] environment) =>
        RunAsync($"boot {Phone} --no-register {more}", environment);

    private static Task<Finished> RunAsync(string line, params (string Name, string Value)[] environment) =>
        Finished.RunAsync("dotnet", [CommandLine.Program, .. CommandLine.Words(line)], Patience, environment.ToDictionary(e => e.Name, e => e.Value));
}
