using System.Globalization;
using HdrHistogram;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

public static class FleetSummaryText
{
    public static IEnumerable<string> Lines(FleetSummary summary)
    {
        if (summary.Maximum is { } maximum)
            yield return maximum.ToString();
        yield return Totals(summary);
        yield return "verdicts: " + string.Join(", ", summary.Verdicts.OrderBy(v => v.Key).Select(v => Text($"{v.Key.Word} {v.Value}")));
        yield return $"{"",-12} {"count",9} {"p50 ms",10} {"p90 ms",10} {"p99 ms",10} {"p99.9 ms",10} {"max ms",10}";
        foreach (Phase phase in Enum.GetValues<Phase>().Where(p => summary.Phases[p].TotalCount > 0))
            yield return Line(phase, summary.Phases[phase]);
        foreach (ServerTally server in summary.Servers)
            yield return Text($"server {server.Server}: {server.Requests} requests, {server.Unanswered} unanswered, mean {server.Mean.TotalMilliseconds:0.000} ms, slowest {server.Slowest.TotalMilliseconds:0.000} ms");
        foreach (string line in Generator(summary))
            yield return line;
        foreach (string complaint in summary.Watch.Complaints)
            yield return "INVALID: " + complaint;
    }

    internal static string Totals(FleetSummary summary) =>
        Text($"{summary.Phones} phones, {summary.Boots.Values.Sum()} boots in {summary.Wall.TotalSeconds:0.00} s: {summary.BootsPerSecond:0.0}/s{(summary.WasStopped ? ", stopped before the end" : "")}");

    internal static IEnumerable<string> Generator(FleetSummary summary)
    {
        long boots = Math.Max(1, summary.Boots.Values.Sum());
        SelfWatch watch = summary.Watch;
        yield return Text($"generator: {summary.Cpu.TotalMicroseconds / boots:0} us of CPU a boot, busiest loop {watch.BusiestLoop * 100:0} %, loop lag p99 {watch.LoopLag.TotalMilliseconds:0.0} ms, {watch.ReceiveDrops} datagrams dropped on this host");
        yield return Text($"memory: {watch.Resident / 1048576} MiB resident, {watch.Allocated / 1024 / boots} KiB allocated a boot, {watch.Collections} collections, {watch.FullCollections} of them full{Last(watch.LastFullCollection)}");
    }

    private static string Last(TimeSpan? collection) => collection is { } last ? Text($", the last of those {last.TotalSeconds:0.0} s after the start") : "";

    private static string Line(Phase phase, HistogramBase h) =>
        Text($"{phase.Word,-12} {h.TotalCount,9} {Ms(h, 50),10:0.000} {Ms(h, 90),10:0.000} {Ms(h, 99),10:0.000} {Ms(h, 99.9),10:0.000} {Ms(h, 100),10:0.000}");

    private static double Ms(HistogramBase histogram, double percentile) => histogram.GetValueAtPercentile(percentile) / 1000.0;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
