using System.Globalization;
using HdrHistogram;
using PhoneSim.Fleet;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Cli.Output;

/// <summary>A run under way in words; rates are those since the last look.</summary>
internal sealed class FleetPicture(TimeProvider time)
{
    private const int Bar = 30;
    private const int Servers = 3;

    private readonly long began = time.GetTimestamp();
    private long lookedAt = time.GetTimestamp();
    private FleetView before = new();

    /// <summary>For a terminal.</summary>
    public IReadOnlyList<string> Lines(FleetView view)
    {
        (double rate, double busy) = Since(view);
        FleetCounts counts = view.Counts;
        double part = counts.Phones == 0 ? 0 : Math.Min(1, (double)counts.Rested / counts.Phones);
        int filled = (int)(part * Bar);
        return
        [
            Text($"{time.GetElapsedTime(began):mm\\:ss}  [{new string('#', filled)}{new string('.', Bar - filled)}]  {counts.Rested} boots of {counts.Phones} phones, {counts.UnderWay} under way, {rate:0}/s"),
            "verdicts   " + Verdicts(counts),
            "boot       " + Percentiles(view.Boots),
            .. view.Servers.Take(Servers).Select((server, i) => $"{(i == 0 ? "slowest" : ""),-10} {Words(server)}"),
            Text($"generator  busiest loop {busy * 100:0} % busy{(busy > SelfWatch.MostBusy ? ": it is the bottleneck now" : "")}"),
        ];
    }

    public string Line(FleetView view)
    {
        (double rate, double busy) = Since(view);
        FleetCounts counts = view.Counts;
        return Text($"{counts.Started} started, {counts.UnderWay} under way, {counts.Rested} at rest ({rate:0}/s): {Verdicts(counts)}; boot {Percentiles(view.Boots)}; busiest loop {busy * 100:0} %");
    }

    private (double Rate, double Busy) Since(FleetView view)
    {
        double seconds = Math.Max(0.001, time.GetElapsedTime(lookedAt).TotalSeconds);
        (double rate, double busy) = ((view.Counts.Rested - before.Counts.Rested) / seconds, Math.Min(1, (view.Working - before.Working).TotalSeconds / seconds));
        (lookedAt, before) = (time.GetTimestamp(), view);
        return (rate, busy);
    }

    private static string Verdicts(FleetCounts counts) => string.Join(", ", counts.Boots.OrderBy(b => b.Key).Select(b => Text($"{b.Key.Word} {b.Value}")));

    private static string Percentiles(LongHistogram boots) => boots.TotalCount == 0
        ? "none at rest yet"
        : Text($"p50 {Ms(boots, 50):0.0} ms, p90 {Ms(boots, 90):0.0} ms, p99 {Ms(boots, 99):0.0} ms, max {Ms(boots, 100):0.0} ms");

    private static double Ms(LongHistogram boots, double percentile) => boots.GetValueAtPercentile(percentile) / 1000.0;

    private static string Words(ServerTally server) =>
        Text($"{server.Server}: mean {server.Mean.TotalMilliseconds:0.0} ms, slowest {server.Slowest.TotalMilliseconds:0.0} ms, {server.Unanswered} of {server.Requests} requests unanswered");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
