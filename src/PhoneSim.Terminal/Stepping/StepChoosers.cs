using System.Globalization;
using PhoneSim.Formats.Dissection;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Commands;

namespace PhoneSim.Terminal.Stepping;

/// <summary>The lists of stepping that open over the screen.</summary>
internal static class StepChoosers
{
    private static readonly string[] Verdicts =
        ["bad", "ok", "not-found", "timeout", "refused", "valid", "invalid", "unknown-signer", "ignored", "absent", "initial", "unchanged", "updated", "rejected", "decrypted", "decrypt-failed"];

    /// <summary>Those that stand come first; anything else can be typed.</summary>
    public static Chooser Breakpoints(PhoneSnapshot phone)
    {
        IReadOnlyList<Breakpoint> standing = phone.Steps.Breakpoints;
        IEnumerable<Breakpoint> offered = Files(phone.Device).Select(file => new Breakpoint(BreakpointKind.File, file))
            .Concat(Enum.GetNames<BootState>().Select(state => new Breakpoint(BreakpointKind.State, state)))
            .Concat(Verdicts.Select(verdict => new Breakpoint(BreakpointKind.Verdict, verdict)));
        return new("Breakpoints", [.. standing.Concat(offered.Except(standing)).Select(breakpoint => Choice(breakpoint, standing.Contains(breakpoint)))])
        {
            Free = text => text.AsSpan().IndexOfAny(" *?.") >= 0 && Breakpoint.Parse(text) is { } typed ? Choice(typed, false) : null,
        };
    }

    /// <param name="part">Index of the part of the file that is looked at.</param>
    public static Chooser Answers(BootPause pause, int part) => new("Answer in the server's place", [.. Answers(pause.File!, part)]) { Free = Typed };

    private static IEnumerable<Choice> Answers(PausedFile file, int part)
    {
        yield return Answer("File not found", "", new StepAnswer.NotFound());
        yield return Answer("Time-out", "no answer at all", new StepAnswer.TimedOut());
        if (!file.Content.IsEmpty && file.Parts.Parts.ElementAtOrDefault(Math.Min(part, file.Parts.Parts.Count - 1)) is { } chosen)
            yield return Corrupted($"Last byte of: {chosen.Name}", chosen);
        yield return Answer("First byte inverted", "byte 0", new StepAnswer.Corrupted(0));
        yield return Answer("Last byte inverted", "byte -1", new StepAnswer.Corrupted(-1));
    }

    private static Choice Corrupted(string text, FilePart part)
    {
        int offset = part.Offset + part.Length - 1;
        return Answer(text, $"byte {offset} inverted", new StepAnswer.Corrupted(offset));
    }

    /// <summary>The number of a byte, or the path of a file.</summary>
    private static Choice? Typed(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int offset) ? Answer($"Byte {offset} inverted", "", new StepAnswer.Corrupted(offset))
        : File.Exists(text) ? new($"The file {text}", "its bytes", new ScreenCommand.AnswerWithFile(text))
        : null;

    private static Choice Answer(string text, string detail, StepAnswer answer) => new(text, detail, new ScreenCommand.Answer(answer));

    private static Choice Choice(Breakpoint breakpoint, bool stands) =>
        new($"{(stands ? "●" : "○")} {breakpoint}", stands ? "set; Enter removes it" : "", new ScreenCommand.ToggleBreakpoint(breakpoint));

    private static IEnumerable<string> Files(DeviceName device) =>
        [FileNames.Ctl(device), FileNames.Itl(device), FileNames.SharedItl, FileNames.Encrypted(device), FileNames.Signed(device), FileNames.Plain(device), FileNames.DefaultConfiguration];
}
