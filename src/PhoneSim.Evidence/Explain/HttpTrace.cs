using System.Globalization;
using PhoneSim.Formats.Capture;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Explain;

/// <summary>The requests of one HTTP/1 connection of a capture, each with its answer.</summary>
internal sealed class HttpTrace(CapturedConnection connection)
{
    private readonly HttpFlow questions = new(connection.FromClient);
    private readonly HttpFlow answers = new(connection.FromServer);

    public static bool Recognises(CapturedConnection connection) => connection.FromClient.Bytes.Span.StartsWith("GET "u8);

    public IEnumerable<ObservedRequest> Read()
    {
        while (questions.ReadHead() is { } question && question.StartsWith("GET ", StringComparison.Ordinal))
            yield return Answered(question);
    }

    private ObservedRequest Answered(string question)
    {
        DateTimeOffset asked = questions.Time ?? connection.Began;
        ObservedRequest request = new(asked, TransportKind.Http, connection.Client, connection.Server, FileOf(question)) { UserAgent = HttpFlow.Field(question, "User-Agent") ?? "" };
        string? head = answers.ReadHead();
        if (head is null || !TryStatus(head, out int status))
            return request with { Answer = head is null ? Silent() : FetchAnswer.Aborted, Anomalies = [head is null ? Silence() : "the answer is no HTTP"] };
        (ReadOnlyMemory<byte> body, string? problem) = answers.ReadBody(head);
        return request with
        {
            Took = Later(answers.Time) - asked,
            Answer = problem is not null ? FetchAnswer.Aborted : status switch { 200 => FetchAnswer.Ok, 404 => FetchAnswer.NotFound, _ => FetchAnswer.HttpStatus },
            Code = status,
            Content = status == 200 && problem is null ? body : default,
            IsWhole = problem is null,
            Anomalies = problem is null ? [] : [problem],
        };
    }

    private DateTimeOffset Later(DateTimeOffset? time) => time ?? connection.Began;

    private FetchAnswer Silent() => connection.FromServer.IsReset || connection.FromServer.IsFinished ? FetchAnswer.Aborted : FetchAnswer.Timeout;

    private string Silence() => connection.FromServer.IsReset || connection.FromServer.IsFinished ? "the server closed the connection without an answer" : "no answer in the capture";

    private static string FileOf(string question)
    {
        string target = question.Split(' ', 3)[1];
        string path = target.Split('?')[0];
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }

    private static bool TryStatus(string head, out int status)
    {
        string[] words = head.Split(' ', 3);
        status = 0;
        return words.Length >= 2 && words[0].StartsWith("HTTP/", StringComparison.Ordinal) && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out status);
    }
}
