using System.Globalization;
using PhoneSim.Fleet;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Cli.Output;

/// <summary>One line a second while a fleet runs; on a terminal always the same line.</summary>
internal static class FleetProgress
{
    public static async Task FollowAsync(FleetRun run, Task running, TextWriter error)
    {
        bool redraws = error == Console.Error && !Console.IsErrorRedirected;
        FleetCounts before = run.Counts;
        while (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System)) != running)
        {
            FleetCounts now = run.Counts;
            await error.WriteAsync(redraws ? $"\r{Line(now, before),-100}" : Line(now, before) + Environment.NewLine);
            before = now;
        }

        if (redraws)
            await error.WriteAsync($"\r{"",-100}\r");
    }

    private static string Line(FleetCounts now, FleetCounts before) => string.Create(CultureInfo.InvariantCulture,
        $"{now.Started} started, {now.UnderWay} under way, {now.Rested} at rest ({now.Rested - before.Rested}/s): {string.Join(", ", now.Boots.OrderBy(b => b.Key).Select(b => $"{b.Key.Word} {b.Value}"))}");
}
