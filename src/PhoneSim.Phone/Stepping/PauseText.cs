using System.Globalization;
using PhoneSim.Formats;
using PhoneSim.Formats.Dissection;
using PhoneSim.Phone.Boot;

namespace PhoneSim.Phone.Stepping;

/// <summary>A pause as lines of text, for a terminal and for a pane.</summary>
public static class PauseText
{
    private const int LineLimit = 500;

    public static string What(BootPause pause) => $"{pause.State}: {Printable.Text(pause.What, LineLimit)}";

    /// <summary>The steps of the table; the one about to be made is marked.</summary>
    public static IEnumerable<string> Possible(BootPause pause) => pause.Possible.OrderBy(IsPowerOff).Select(step =>
        $"{(step.Trigger == pause.Transition?.Trigger && step.To == pause.Transition.To ? "=>" : "  ")} {step.Trigger} -> {step.To}{(step.Condition.Length == 0 ? "" : $" if {step.Condition}")}");

    /// <summary>The file taken apart: offset, length, name and value of each part.</summary>
    public static IEnumerable<string> Tree(PausedFile file)
    {
        foreach (FilePart part in file.Parts.Parts)
            yield return Line(part);
        if (file.Parts.Problem is { } problem)
            yield return $"malformed: {Printable.Text(problem, LineLimit)}";
    }

    public static string Line(FilePart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.Offset:x6} {part.Length,6}  {new string(' ', part.Depth * 2)}{part.Name}{(part.Value.Length == 0 ? "" : ": ")}{part.Value}");

    public static HexDump Hex(PausedFile file, int perLine) => new(file.Content, file.Parts.Secrets, perLine);

    /// <summary>Null: there is a file. Else why none can be shown.</summary>
    public static string? WhyNoFile(BootPause pause) => pause.File switch
    {
        null => "no file has been asked in this state",
        { Result: null } => "the file has not been asked yet",
        { Content.IsEmpty: true, Result: { } result } => $"no file came: {result.AnswerText}",
        _ => null,
    };

    private static bool IsPowerOff(BootTransition step) => step.Trigger == BootTrigger.PowerOff;
}
