using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet;

/// <summary>Searches for the highest rate of starts that meets an objective: doubles it until it is missed, then halves the interval.</summary>
/// <param name="tried">Called after each trial; null: nobody looks.</param>
public sealed class LoadSearch(FleetOptions options, Slo slo, Action<LoadTrial>? tried = null)
{
    /// <summary>Our choice: closer than 5 % says more about the moment than about the server.</summary>
    private const double Precision = 1.05;

    private static readonly TimeSpan DefaultTrial = TimeSpan.FromSeconds(5);

    /// <summary>The best trial that met the objective; null: none did.</summary>
    public async Task<LoadTrial?> RunAsync(CancellationToken cancellation)
    {
        LoadTrial? best = null;
        double rate = options.Load.Rate ?? 50, missed = double.PositiveInfinity;
        while (!cancellation.IsCancellationRequested && rate >= 1 && (best is null || missed / best.Rate > Precision))
        {
            LoadTrial trial = await TryAsync(rate, cancellation);
            tried?.Invoke(trial);
            (best, missed) = trial.IsMet ? (trial, missed) : (best, rate);
            rate = (best, missed) switch
            {
                (null, _) => missed / 2,
                (_, double.PositiveInfinity) => best.Rate * 2,
                _ => (best.Rate + missed) / 2,
            };
        }

        return best;
    }

    private async Task<LoadTrial> TryAsync(double rate, CancellationToken cancellation)
    {
        FleetOptions trial = options with { Load = options.Load with { Rate = rate, Concurrency = null, Duration = options.Load.Duration ?? DefaultTrial } };
        FleetSummary summary = FleetSummary.Of(await new FleetRun(trial).RunAsync(cancellation));
        return new(rate, summary, slo.IsMetBy(summary) && summary.IsValid && !summary.WasStopped);
    }
}
