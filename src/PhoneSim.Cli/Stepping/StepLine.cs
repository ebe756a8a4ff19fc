using System.Globalization;
using PhoneSim.Phone.Stepping;

namespace PhoneSim.Cli.Stepping;

/// <summary>A line typed in a pause. Each word may be cut down to its first letter.</summary>
internal abstract record StepLine
{
    public const string Help = "s step | r run | b break [STATE, FILE or VERDICT; * ?; again: removed] | a answer notfound, timeout, file F or corrupt N | p print tree, hex or state | q quit";

    public sealed record Step : StepLine;

    public sealed record Run : StepLine;

    public sealed record Quit : StepLine;

    /// <param name="At">Null: list them.</param>
    public sealed record Break(Breakpoint? At) : StepLine;

    public sealed record Answer(StepAnswer Other) : StepLine;

    /// <param name="What">Null: as the last time.</param>
    public sealed record Print(string? What) : StepLine;

    public sealed record Explain : StepLine;

    public sealed record Mistake(string Why) : StepLine;

    /// <summary>An empty line steps.</summary>
    public static StepLine Parse(string line)
    {
        string[] words = line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string rest = words.Length > 1 ? words[1] : "";
        return words switch
        {
            [] or ["s" or "step"] => new Step(),
            ["r" or "run"] => new Run(),
            ["q" or "quit"] => new Quit(),
            ["b" or "break", ..] => ParseBreak(rest),
            ["a" or "answer", ..] => ParseAnswer(rest),
            ["p" or "print", ..] => ParsePrint(rest),
            ["h" or "help" or "?"] => new Explain(),
            _ => new Mistake($"'{words[0]}' is no command; {Help}"),
        };
    }

    private static StepLine ParseBreak(string text) =>
        text.Length == 0 ? new Break(null) : Breakpoint.Parse(text) is { } breakpoint ? new Break(breakpoint) : new Mistake($"'{text}' is no state; 'phonesim diagram' shows them");

    private static StepLine ParseAnswer(string text)
    {
        string[] words = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            ["notfound" or "not-found"] => new Answer(new StepAnswer.NotFound()),
            ["timeout" or "time-out"] => new Answer(new StepAnswer.TimedOut()),
            ["corrupt", var number] when int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int offset) => new Answer(new StepAnswer.Corrupted(offset)),
            ["file", var path] => ReadFile(path),
            _ => new Mistake("notfound, timeout, file F or corrupt N expected; N counts from 0, -1 is the last byte"),
        };
    }

    private static StepLine ReadFile(string path)
    {
        try
        {
            return new Answer(new StepAnswer.OtherFile(Path.GetFileName(path), File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Mistake(e.Message);
        }
    }

    private static StepLine ParsePrint(string what) => what switch
    {
        "" => new Print(null),
        "t" or "tree" => new Print("tree"),
        "h" or "hex" => new Print("hex"),
        "s" or "state" => new Print("state"),
        _ => new Mistake("tree, hex or state expected"),
    };
}
