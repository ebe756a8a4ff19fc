using System.Globalization;
using PhoneSim.Evidence.Checks;
using PhoneSim.Evidence.Reports;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>A played scenario as a section of a report.</summary>
public static class ScenarioReport
{
    /// <param name="files">Decoded by the caller.</param>
    public static ReportSection Section(ScenarioResult result, IReadOnlyList<DecodedFile> files) => new()
    {
        Name = result.Scenario.Name,
        Description = $"{result.Scenario.Title}. {result.Scenario.Story}",
        Duration = result.Took,
        Cases = [.. result.Cases.Select(c => Case(result.Scenario, c))],
        Exchanges = Exchanges(result),
        Files = files,
    };

    public static ReportCase Case(Scenario scenario, ScenarioCase found) => new()
    {
        Id = $"{scenario.Name}:{found.Line.ToString(CultureInfo.InvariantCulture)} {found.What}",
        Verdict = found.IsMet ? CheckVerdict.Pass : CheckVerdict.Fail,
        Expected = $"{found.Expected} ({found.After})",
        Found = found.Difference is { } lines ? string.Join('\n', lines) : "as expected",
    };

    private static Exchange[] Exchanges(ScenarioResult result) => result.Events is [var first, ..]
        ? [.. result.Events.Select(e => Of(e, e.Time - first.Time)).OfType<Exchange>()]
        : [];

    private static Exchange? Of(PhoneEvent phoneEvent, TimeSpan at) => phoneEvent switch
    {
        FileAnswered e => new(at - e.Result.Duration, e.Result.Duration, e.Device.ToString(), EventText.Name(e.Transport).ToUpperInvariant(), e.File, Answer(e.Result), e.Result.Answer is FetchAnswer.Ok or FetchAnswer.NotFound),
        CapfEnded e => new(at, TimeSpan.Zero, e.Device.ToString(), "CAPF", e.Reason, $"{e.Result.OperationWord}, {e.Result.Word}", e.Result.Certificate is not null),
        TvsAsked e => new(at, TimeSpan.Zero, e.Device.ToString(), "TVS", e.About, e.Verdict.Status.ToString(), e.Verdict.Status == Phone.Trust.TvsStatus.Valid),
        RegistrationProgressed { Step: { Phase: RegistrationPhase.Registered or RegistrationPhase.Rejected or RegistrationPhase.Unreachable } step } e =>
            new(at, TimeSpan.Zero, e.Device.ToString(), "call manager", $"registers {step.Line}".TrimEnd(), EventText.Word(step.Phase), step.Phase == RegistrationPhase.Registered),
        _ => null,
    };

    private static string Answer(FetchResult result) => result.Answer == FetchAnswer.Ok ? $"{result.Content.Length} bytes" : result.AnswerText;
}
