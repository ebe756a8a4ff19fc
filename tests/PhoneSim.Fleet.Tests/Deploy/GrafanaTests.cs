using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PhoneSim.Fleet.Tests.Deploy;

/// <summary>The dashboard asks for what the program measures, under the names Prometheus gives it (OpenTelemetry: "Prometheus and OpenMetrics Compatibility").</summary>
public sealed partial class GrafanaTests
{
    private readonly string[] expressions = [.. Expressions(JsonDocument.Parse(DeployedFiles.Text("grafana.json")).RootElement)];

    [Fact]
    public void Dashboard_AsksForEveryInstrument_AndForNothingElse()
    {
        IEnumerable<string> asked = expressions.SelectMany(e => Name().Matches(e)).Select(m => m.Value).Distinct();
        Assert.Equal(Instruments().Select(PrometheusName).Order(), asked.Order());
    }

    [Fact]
    public void EveryPanel_HasATitleAndAQuery()
    {
        JsonElement panels = JsonDocument.Parse(DeployedFiles.Text("grafana.json")).RootElement.GetProperty("panels");
        Assert.All(panels.EnumerateArray(), panel => Assert.True(panel.GetProperty("title").GetString()!.Length > 0 && panel.GetProperty("targets").GetArrayLength() > 0));
    }

    private static IEnumerable<string> Expressions(JsonElement dashboard) =>
        dashboard.GetProperty("panels").EnumerateArray().SelectMany(p => p.GetProperty("targets").EnumerateArray()).Select(t => t.GetProperty("expr").GetString()!);

    private static List<Instrument> Instruments()
    {
        List<Instrument> found = [];
        RuntimeHelpers.RunClassConstructor(typeof(FleetMetrics).TypeHandle);
        using MeterListener listener = new() { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == FleetMetrics.MeterName) found.Add(instrument); } };
        listener.Start();
        return found;
    }

    private static string PrometheusName(Instrument instrument)
    {
        string name = instrument.Name.Replace('.', '_');
        return instrument switch
        {
            Histogram<double> { Unit: "s" } => name + "_seconds_bucket",
            Counter<long> => name + "_total",
            _ => name,
        };
    }

    [GeneratedRegex("phonesim_[a-z_]+")]
    private static partial Regex Name();
}
