using System.Globalization;
using System.Text;
using PhoneSim.Formats.Tftp;
using PhoneSim.Network.Faults;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Evidence.Scenarios.Reading;

/// <summary>Reads what single names give.</summary>
internal static class AnswerReader
{
    private const string Expected = "must be one of: not-found, silence, garbage, error N; or an object with one of: text, signed, file, size";
    private const int LargestFile = 8 * 1024 * 1024;

    public static IReadOnlyDictionary<string, ScenarioAnswer> Read(IReadOnlyDictionary<string, DocumentNode> answers, string path, ReadingContext context)
    {
        Dictionary<string, ScenarioAnswer> read = [];
        foreach ((string name, DocumentNode node) in answers)
            if (Read(node, $"{path}.{name}", context) is { } answer)
                read[context.Name(name)] = answer;
        return read;
    }

    private static ScenarioAnswer? Read(DocumentNode node, string path, ReadingContext context)
    {
        ScenarioAnswer? answer = node is ObjectNode content ? ReadContent(new(content, path, context.Errors), context) : ReadWord(node.AsText ?? "");
        if (answer is null)
            context.Errors.Add(node.Error(path, $"{Expected}; found {node.Found}"));
        return answer;
    }

    private static ScenarioAnswer? ReadWord(string word) => word.Split(' ') switch
    {
        ["not-found"] => new ScenarioAnswer.NotFound(),
        ["silence"] => new ScenarioAnswer.Tftp(RelayAnswer.Silence),
        ["garbage"] => new ScenarioAnswer.Tftp(RelayAnswer.Garbage),
        ["error", var number] when ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out ushort code) => new ScenarioAnswer.Tftp(RelayAnswer.Error((TftpErrorCode)code, "as the scenario says")),
        _ => null,
    };

    private static ScenarioAnswer? ReadContent(Fields f, ReadingContext context)
    {
        ScenarioAnswer?[] given =
        [
            f.OptionalText("text") is { } text ? new ScenarioAnswer.Content(Encoding.UTF8.GetBytes(text)) : null,
            f.OptionalText("signed") is { } signed ? new ScenarioAnswer.Signed(Encoding.UTF8.GetBytes(signed)) : null,
            f.OptionalNumber("size", 0, LargestFile) is { } size ? new ScenarioAnswer.Content(new byte[size]) : null,
            f.OptionalText("file") is { } file ? ReadFile(Path.Combine(context.Folder, file), f) : null,
        ];
        f.End();
        return given.OfType<ScenarioAnswer>().SingleOrDefaultIfMany();
    }

    private static ScenarioAnswer.Content ReadFile(string path, Fields f)
    {
        try
        {
            return new(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            f.Refuse("file", $"cannot be read: {e.Message}");
            return new(default);
        }
    }

    private static ScenarioAnswer? SingleOrDefaultIfMany(this IEnumerable<ScenarioAnswer> answers) => answers.Take(2).ToArray() is [var only] ? only : null;
}
