using PhoneSim.Formats;
using PhoneSim.Formats.Capture;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Explain;

/// <summary>The phones of a capture, explained.</summary>
public static class CaptureStory
{
    private const int TextLimit = 500;

    public static IReadOnlyList<ExplainedPhone> Of(CaptureConversations conversations, ExplainOptions options) =>
        [.. CaptureTraffic.Of(conversations).Select(phone => Explain(phone, options))];

    private static ExplainedPhone Explain(PhoneTraffic phone, ExplainOptions options)
    {
        ProfileGuess guess = options.Profile is { } given ? new(given, "given") : ProfileGuess.Of(phone, options.Profiles);
        PhoneMoment[] moments = Moments(phone, new FileJudge(guess.Profile, options));
        DateTimeOffset began = moments[0].Time;
        ExplainedStep[] steps = [.. moments.Select((moment, i) => Step(moment, i == 0 ? null : moments[i - 1], moments.ElementAtOrDefault(i + 1), began))];
        return new(phone.Name, guess.Profile.Name, guess.Basis, steps, [.. PhoneConclusions.Of(moments)]) { IsConfigured = PhoneConclusions.IsConfigured(moments) };
    }

    private static PhoneMoment[] Moments(PhoneTraffic phone, FileJudge judge) =>
        [.. phone.Requests.Select(r => new PhoneMoment(r.Time, r, null, judge.Judge(r))).Concat(phone.Connections.Select(c => new PhoneMoment(c.Time, null, c, null))).OrderBy(m => m.Time)];

    private static ExplainedStep Step(PhoneMoment moment, PhoneMoment? before, PhoneMoment? after, DateTimeOffset began) => moment switch
    {
        { Request: { } request, Judgement: { } judgement } => new()
        {
            At = moment.Time - began, Took = request.Took, What = Harmless(request.File), Server = $"{EventText.Name(request.Transport)} {request.Server}", Answer = request.Result.AnswerText, Bytes = request.Content.Length,
            Holds = [.. judgement.Holds.Select(Harmless)], IsAccepted = judgement.IsAccepted, Why = Harmless(judgement.Why), Next = Harmless(NextWords.Of(moment, after)), Anomalies = [.. request.Anomalies, .. FellThrough(request, before)],
        },
        _ => new()
        {
            At = moment.Time - began, What = moment.Connection!.Service, IsFile = false, Server = moment.Connection.Server.ToString(), Answer = moment.Connection.IsOpen ? "open" : "refused", Next = Harmless(NextWords.Of(moment, after)),
        },
    };

    private static IEnumerable<string> FellThrough(ObservedRequest request, PhoneMoment? before)
    {
        if (request.Transport == TransportKind.Tftp && before is { Request: { Transport: not TransportKind.Tftp } http } && http.File == request.File)
            yield return $"fell through from {EventText.Name(http.Transport)}, which gave {http.Result.AnswerText} (boot.md 4)";
        else if (request.Transport == TransportKind.Tftp && before is { Connection: { IsOpen: false, Server.Port: 6970 or 6971 } refused })
            yield return $"fell through from {refused.Service}, which took no connection (boot.md 4)";
    }

    private static string Harmless(string text) => Printable.Text(text, TextLimit);
}
