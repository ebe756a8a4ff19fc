using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet.Search;

/// <summary>One rate, tried.</summary>
/// <param name="Rate">Starts a second.</param>
public sealed record LoadTrial(double Rate, FleetSummary Summary, TrialVerdict Verdict)
{
    public static LoadTrial Of(double rate, FleetSummary summary, Slo slo) => new(rate, summary, summary switch
    {
        { WasStopped: true } => TrialVerdict.Stopped,
        { IsValid: false } => TrialVerdict.Invalid,
        _ => slo.IsMetBy(summary) ? TrialVerdict.Met : TrialVerdict.Missed,
    });
}
