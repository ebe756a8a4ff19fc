using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet.Search;

/// <summary>What a search knows: the maximum is between the two rates.</summary>
/// <param name="Best">The highest that met the objective; null: none did so far.</param>
/// <param name="Beyond">The lowest that did not; null: all did so far.</param>
public sealed record LoadInterval(LoadTrial? Best = null, LoadTrial? Beyond = null)
{
    /// <summary>Our choice: closer than 5 % says more about the moment than about the server.</summary>
    private const double Precision = 1.05;

    /// <summary>Nothing is left to try.</summary>
    public bool IsClosed => (Best, Beyond) is ({ } best, { } beyond) && beyond.Rate <= best.Rate * Precision;

    /// <summary>The summary of the best trial, with what the search found; null: no rate met the objective.</summary>
    public FleetSummary? Summary => Best is null ? null : Best.Summary with { Maximum = new(Best.Rate, Beyond?.Rate, Beyond?.Verdict == TrialVerdict.Invalid) };

    /// <summary>The rate to try: twice the best, half of the one missed, or the middle.</summary>
    public double Next => (Best, Beyond) switch
    {
        ({ } best, { } beyond) => (best.Rate + beyond.Rate) / 2,
        ({ } best, null) => best.Rate * 2,
        _ => Beyond!.Rate / 2,
    };

    public LoadInterval With(LoadTrial trial) => trial.Verdict == TrialVerdict.Met ? this with { Best = trial } : this with { Beyond = trial };
}
