using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using PhoneSim.Network;
using PhoneSim.Phone.Metrics;
using PhoneSim.TestSupport;

namespace PhoneSim.Fleet.Tests.Deploy;

/// <summary>The dashboard asks for what the program measures, under the names Prometheus gives it (OpenTelemetry: "Prometheus and OpenMetrics Compatibility"); the README beside it lists the same.</summary>
public sealed partial class GrafanaTests : IAsyncDisposable
{
    private readonly JsonElement[] panels = [.. JsonDocument.Parse(DeployedFiles.Text("grafana.json")).RootElement.GetProperty("panels").EnumerateArray()];
    private readonly LabPhoneBench bench = new("7962");

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public void Dashboard_AsksForEveryInstrument_AndForNothingElse()
    {
        IEnumerable<string> asked = Expressions().SelectMany(e => Name().Matches(e)).Select(m => m.Value.Replace("_seconds_count", "_seconds_bucket", StringComparison.Ordinal)).Distinct();
        Assert.Equal(Instruments().Select(PrometheusName).Order(), asked.Order());
    }

    [Fact]
    public void EveryPanel_HasATitleAndAQuery() =>
        Assert.All(panels, panel => Assert.True(panel.GetProperty("title").GetString()!.Length > 0 && (IsRow(panel) || panel.GetProperty("targets").GetArrayLength() > 0)));

    [Fact]
    public void EveryPanel_HasAnIdOfItsOwn() => Assert.Equal(panels.Length, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());

    [Fact]
    public void Readme_ListsEveryInstrumentWithItsUnit()
    {
        string readme = DeployedFiles.Text("README.md");
        Assert.All(Instruments(), instrument => Assert.Contains($"| `{instrument.Name}` | {instrument.Unit!.Trim('{', '}')} |", readme, StringComparison.Ordinal));
    }

    private static bool IsRow(JsonElement panel) => panel.GetProperty("type").GetString() == "row";

    private IEnumerable<string> Expressions() =>
        panels.Where(panel => !IsRow(panel)).SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!);

    private List<Instrument> Instruments()
    {
        List<Instrument> found = [];
        foreach (Type meter in (Type[])[typeof(FleetMetrics), typeof(PhoneMetrics), typeof(NetworkMetrics)])
            RuntimeHelpers.RunClassConstructor(meter.TypeHandle);
        object lab = bench.Server;
        using MeterListener listener = new() { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name.StartsWith("PhoneSim.", StringComparison.Ordinal) && (instrument.Meter.Scope ?? lab) == lab) found.Add(instrument); } };
        listener.Start();
        return found;
    }

    private static string PrometheusName(Instrument instrument)
    {
        string name = instrument.Name.Replace('.', '_') + (instrument.Unit == "By" ? "_bytes" : "");
        return instrument switch
        {
            Histogram<double> { Unit: "s" } => name + "_seconds_bucket",
            Counter<long> or ObservableCounter<long> => name + "_total",
            _ => name,
        };
    }

    [GeneratedRegex("phonesim_[a-z_]+")]
    private static partial Regex Name();
}
