using PhoneSim.Evidence.Reports;

namespace PhoneSim.Evidence.Checks;

public sealed record CheckResult(Check Check, CheckOutcome Outcome, TimeSpan Duration)
{
    public CheckVerdict Verdict => Outcome.Verdict;

    public ReportCase ToCase() => new()
    {
        Id = Check.Id, Verdict = Verdict, Expected = Check.Expects, Found = Outcome.Found, Clause = Check.Clause, Phone = Check.Phone, Duration = Duration,
    };
}
