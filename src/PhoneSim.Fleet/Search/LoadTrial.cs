using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet.Search;

/// <summary>One rate, tried.</summary>
/// <param name="Rate">Starts a second.</param>
public sealed record LoadTrial(double Rate, FleetSummary Summary, TrialVerdict Verdict)
{
    /// <summary>Where no term is about failures, none is allowed: a server that refuses everybody is fast.</summary>
    public static LoadTrial Of(double rate, FleetSummary summary, Slo slo) => new(rate, summary, summary switch
    {
        { WasStopped: true } => TrialVerdict.Stopped,
        { IsValid: false } => TrialVerdict.Invalid,
        _ => slo.IsMetBy(summary) && (slo.AllowsFailures || summary.Failed == 0) ? TrialVerdict.Met : TrialVerdict.Missed,
    });
}
