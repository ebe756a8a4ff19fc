using System.Diagnostics.Metrics;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet;

/// <summary>Counters for dotnet-counters, OpenTelemetry and the like; meter <c>PhoneSim.Fleet</c>.</summary>
internal static class FleetMetrics
{
    private static readonly Meter Meter = new("PhoneSim.Fleet");
    private static readonly Counter<long> Boots = Meter.CreateCounter<long>("phonesim.fleet.boots", "{boot}", "Boots that came to rest, by verdict");
    private static readonly KeyValuePair<string, object?>[] Tags = [.. Enum.GetValues<FleetVerdict>().Select(v => new KeyValuePair<string, object?>("verdict", v.Word))];

    public static Counter<long> Started { get; } = Meter.CreateCounter<long>("phonesim.fleet.starts", "{boot}", "Boots begun");

    public static void Rested(FleetVerdict verdict) => Boots.Add(1, Tags[(int)verdict]);
}
