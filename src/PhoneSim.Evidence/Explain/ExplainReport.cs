using PhoneSim.Evidence.Checks;
using PhoneSim.Evidence.Reports;

namespace PhoneSim.Evidence.Explain;

/// <summary>Explained phones as sections of a report: what a phone expects beside what came.</summary>
public static class ExplainReport
{
    /// <param name="files">Decoded by the caller, shown with the last phone.</param>
    public static IReadOnlyList<ReportSection> Sections(IReadOnlyList<ExplainedPhone> phones, IReadOnlyList<DecodedFile> files) =>
        [.. phones.Select((phone, i) => Section(phone) with { Files = i == phones.Count - 1 ? files : [] })];

    private static ReportSection Section(ExplainedPhone phone) => new()
    {
        Name = phone.Name,
        IdHeading = "asked",
        ExpectedHeading = "what the phone makes of it",
        Description = $"Profile {phone.Profile}, {phone.Basis}.",
        Duration = phone.Steps.Count == 0 ? TimeSpan.Zero : phone.Steps[^1].At + phone.Steps[^1].Took,
        Cases = [Outcome(phone), .. phone.Steps.Select(Case)],
        Exchanges = [.. phone.Steps.Select(step => new Exchange(step.At, step.Took, phone.Name, step.Server, step.What, step.Bytes > 0 ? $"{step.Bytes} bytes" : step.Answer, step.Answer is "ok" or "not-found" or "open"))],
    };

    private static ReportCase Outcome(ExplainedPhone phone) => new()
    {
        Id = "outcome", Verdict = phone.IsConfigured switch { true => CheckVerdict.Pass, false => CheckVerdict.Fail, null => CheckVerdict.Skip }, Expected = "a full configuration", Found = string.Join("; ", phone.Conclusions),
    };

    private static ReportCase Case(ExplainedStep step) => new()
    {
        Id = step.What,
        Verdict = (step.IsAccepted, step.Answer) switch
        {
            (false, _) => CheckVerdict.Fail,
            (true, _) or (_, "ok" or "not-found" or "open") => CheckVerdict.Pass,
            _ => CheckVerdict.Skip,
        },
        Expected = step.Why.Length > 0 ? step.Why : step.IsFile ? "a file of any content" : "a server that answers",
        Found = string.Join("; ", [$"{step.Answer}{(step.Bytes > 0 ? $", {step.Bytes} bytes" : "")} from {step.Server}", .. step.Holds, .. step.Anomalies, .. step.Next.Length > 0 ? new[] { $"then: {step.Next}" } : []]),
        Duration = step.Took,
    };
}
