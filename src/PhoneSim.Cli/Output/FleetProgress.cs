using PhoneSim.Fleet;

namespace PhoneSim.Cli.Output;

/// <summary>Shows how far a fleet is: a picture that is redrawn on a terminal, a line now and then elsewhere.</summary>
internal static class FleetProgress
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Our choice for plain lines: after a minute, one in ten seconds will do.</summary>
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(1);

    public static async Task FollowAsync(FleetRun run, Task running, TextWriter error)
    {
        bool redraws = error == Console.Error && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        FleetPicture picture = new(TimeProvider.System);
        int drawn = 0;
        for (int tick = 1; await Task.WhenAny(running, Task.Delay(Step, TimeProvider.System)) != running; tick++)
            if (redraws)
                drawn = await RedrawAsync(error, picture.Lines(run.View), drawn);
            else if (Step * tick < Patient || tick % 10 == 0)
                await error.WriteLineAsync(picture.Line(run.View));
        if (redraws)
            await RedrawAsync(error, [], drawn);
    }

    /// <summary>Cursor up, clear to the end of the screen (ECMA-48), then the lines.</summary>
    /// <returns>Lines now on the screen.</returns>
    private static async Task<int> RedrawAsync(TextWriter error, IReadOnlyList<string> lines, int drawn)
    {
        int width = Math.Max(20, Console.WindowWidth - 1);
        string back = drawn > 0 ? $"\e[{drawn}F\e[J" : "";
        await error.WriteAsync(back + string.Concat(lines.Select(line => (line.Length > width ? line[..width] : line) + Environment.NewLine)));
        return lines.Count;
    }
}
