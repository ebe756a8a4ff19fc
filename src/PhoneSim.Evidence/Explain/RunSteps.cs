using System.Text.Json;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Explain;

/// <summary>Events of a run put together to steps: a request, its answer, what was made of it.</summary>
internal sealed class RunSteps
{
    private static readonly string[] Accepting = ["Initial", "Unchanged", "Updated", "UpdatedThroughTvs", "Valid", "Ignored", "Decrypted"];

    private readonly List<ExplainedStep> all = [];
    private DateTimeOffset? began;

    public IReadOnlyList<ExplainedStep> All => all;

    /// <summary>When only the last line was kept.</summary>
    public static IReadOnlyList<ExplainedStep> OfResult(JsonElement result) =>
        result.TryGetProperty("requests", out JsonElement requests) && requests.ValueKind == JsonValueKind.Array ? [.. requests.EnumerateArray().Select(request => Answered(request, TimeSpan.Zero))] : [];

    public void Take(JsonElement line)
    {
        DateTimeOffset time = line.TryGetProperty("t", out JsonElement t) && t.TryGetDateTimeOffset(out DateTimeOffset at) ? at : began ?? default;
        began ??= time;
        switch (RunStory.Text(line, "kind"))
        {
            case "answer":
                ExplainedStep step = Answered(line, time - began.Value);
                all.Add(step with { At = step.At > step.Took ? step.At - step.Took : TimeSpan.Zero });
                break;
            case "trust" or "decrypt":
                Judge(RunStory.Text(line, "verdict"), RunStory.Text(line, "text"));
                break;
            case "decision" or "tvs" or "reset":
                Then(RunStory.Text(line, "text"));
                break;
            case "capf" when RunStory.Text(line, "result").Length > 0:
                Then(RunStory.Text(line, "text"));
                break;
            case "register" when RunStory.Text(line, "phase") is not ("connecting" or "asking"):
                Then(RunStory.Text(line, "text"));
                break;
        }
    }

    private void Judge(string verdict, string text)
    {
        if (all.Count > 0)
            all[^1] = all[^1] with { IsAccepted = Accepting.Contains(verdict) && all[^1].IsAccepted != false, Why = Joined(all[^1].Why, text) };
    }

    private void Then(string text)
    {
        if (all.Count > 0)
            all[^1] = all[^1] with { Next = Joined(all[^1].Next, text) };
    }

    private static string Joined(string before, string more) => before.Length == 0 ? more : $"{before}; {more}";

    private static ExplainedStep Answered(JsonElement line, TimeSpan at) => new()
    {
        At = at,
        Took = TimeSpan.FromMilliseconds(line.TryGetProperty("ms", out JsonElement ms) && ms.TryGetDouble(out double number) && number is >= 0 and < 1e9 ? number : 0),
        What = RunStory.Text(line, "file"),
        Server = $"{RunStory.Text(line, "transport")} {RunStory.Text(line, "server")}",
        Answer = RunStory.Text(line, "answer"),
        Why = Rule(RunStory.Text(line, "file"), RunStory.Text(line, "answer")),
        Bytes = line.TryGetProperty("bytes", out JsonElement bytes) && bytes.TryGetInt32(out int count) ? count : 0,
    };

    private static string Rule(string file, string answer) => AnswerRules.Of(FileRoles.Of(file), answer switch
    {
        "ok" => FetchAnswer.Ok,
        "not-found" => FetchAnswer.NotFound,
        "timeout" or "refused" => FetchAnswer.Timeout,
        _ => FetchAnswer.Aborted,
    }, signs: true);
}
