using System.Diagnostics.Metrics;
using PhoneSim.Fleet.Measure;
using PhoneSim.Phone.Metrics;

namespace PhoneSim.Fleet;

/// <summary>What runs under way tell dotnet-counters, OpenTelemetry and the like. Nobody listens: next to nothing. Safe from any thread.</summary>
public static class FleetMetrics
{
    public const string MeterName = "PhoneSim.Fleet";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Starts = Meter.CreateCounter<long>("phonesim.fleet.starts", "{boot}", "Boots begun");
    private static readonly Counter<long> Boots = Meter.CreateCounter<long>("phonesim.fleet.boots", "{boot}", "Boots that came to rest, by verdict");
    private static readonly UpDownCounter<long> UnderWay = Meter.CreateUpDownCounter<long>("phonesim.fleet.under_way", "{phone}", "Phones between start and rest");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram("phonesim.fleet.phase.duration", "s", "Time a phase of a boot took, by phase", advice: DurationBuckets.Advice);
    private static readonly Histogram<double> Rounds = Meter.CreateHistogram("phonesim.fleet.loop.lag", "s", "Rounds of the loops: what arrives waits that long at most for its turn", advice: DurationBuckets.Advice);
    private static readonly KeyValuePair<string, object?>[] Verdicts = [.. Enum.GetValues<FleetVerdict>().Select(v => new KeyValuePair<string, object?>("verdict", v.Word))];
    private static readonly KeyValuePair<string, object?>[] PhaseTags = [.. Enum.GetValues<Phase>().Select(p => new KeyValuePair<string, object?>("phase", p.Word))];

    internal static void Began()
    {
        Starts.Add(1);
        UnderWay.Add(1);
    }

    internal static void Rested(FleetVerdict verdict)
    {
        UnderWay.Add(-1);
        Boots.Add(1, Verdicts[(int)verdict]);
    }

    internal static void Took(Phase phase, TimeSpan duration) => Durations.Record(duration.TotalSeconds, PhaseTags[(int)phase]);

    internal static void Round(TimeSpan took) => Rounds.Record(took.TotalSeconds);
}
