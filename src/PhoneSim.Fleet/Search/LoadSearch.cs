using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet.Search;

/// <summary>Searches for the highest rate of starts that meets an objective: doubles it until it is missed, then halves the interval. A rate that does not meet it is tried twice: one hiccup is no limit.</summary>
/// <param name="first">Starts a second.</param>
/// <param name="attempt">Tries a rate.</param>
public sealed class LoadSearch(double first, Func<double, CancellationToken, Task<LoadTrial>> attempt)
{
    /// <summary>Of the first trial when nothing else is asked; starts a second.</summary>
    public const double DefaultRate = 50;

    /// <summary>Our choice: the search gives up below.</summary>
    public const double LowestRate = 1;

    public static readonly TimeSpan DefaultTrial = TimeSpan.FromSeconds(5);

    /// <param name="tried">Called after each trial.</param>
    public static LoadSearch Of(FleetOptions options, Slo slo, Action<LoadTrial> tried) => new(options.Load.Rate ?? DefaultRate, async (rate, cancellation) =>
    {
        FleetOptions fleet = options with { Load = options.Load with { Rate = rate, Duration = options.Load.Duration ?? DefaultTrial } };
        using FleetRun run = new(fleet);
        LoadTrial trial = LoadTrial.Of(rate, FleetSummary.Of(await run.RunAsync(cancellation)), slo);
        tried(trial);
        return trial;
    });

    /// <summary>Ends soon after the cancellation with what is known until then.</summary>
    public async Task<LoadInterval> RunAsync(CancellationToken cancellation)
    {
        LoadInterval found = new();
        for (double rate = first; !found.IsClosed && rate >= LowestRate; rate = found.Next)
        {
            LoadTrial trial = await TryAsync(rate, cancellation);
            if (trial.Verdict == TrialVerdict.Stopped)
                break;
            found = found.With(trial);
        }

        return found;
    }

    private async Task<LoadTrial> TryAsync(double rate, CancellationToken cancellation)
    {
        LoadTrial trial = await attempt(rate, cancellation);
        return trial.Verdict is TrialVerdict.Missed or TrialVerdict.Invalid ? await attempt(rate, cancellation) : trial;
    }
}
