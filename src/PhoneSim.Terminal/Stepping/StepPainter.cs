using System.Drawing;
using PhoneSim.Formats.Dissection;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Painting;

namespace PhoneSim.Terminal.Stepping;

/// <summary>What holds the boot: what it is about to do and by which rule, where in the state diagram it is, the file taken apart beside its bytes.</summary>
internal sealed class StepPainter
{
    /// <summary>Columns below which the pane takes the phone's place.</summary>
    public const int Narrowest = 76;

    private const int MostTextLines = 3;
    private const int RoomForTwoColumns = 72;
    private const int RoomForWideHex = 115;

    private readonly Canvas canvas;
    private readonly PhoneSnapshot phone;
    private readonly BootPause pause;
    private readonly List<CommandPlace> places = [];
    private int row;

    private StepPainter(PhoneSnapshot phone, BootPause pause, Size size) => (this.phone, this.pause, canvas) = (phone, pause, new(size.Width, size.Height));

    /// <param name="part">Index of the part of the file that is looked at.</param>
    public static Painted Paint(PhoneSnapshot phone, BootPause pause, Size size, int part)
    {
        StepPainter painter = new(phone, pause, size);
        painter.PaintWhat();
        painter.PaintStates();
        painter.PaintFile(part);
        return new(painter.canvas, painter.places);
    }

    private void PaintWhat()
    {
        Heading($"Held: {PointWords(pause)}");
        Wrapped(pause.What, pause.IsBad ? Ink.Bad : Ink.Plain);
        Wrapped($"Rule: {pause.Rule}", Ink.Quiet);
    }

    /// <summary>The way here, the state, and every step the table has from it; the one about to be made is marked.</summary>
    private void PaintStates()
    {
        Heading("States");
        string way = string.Concat(phone.States.SkipLast(phone.States is [.., var last] && last == pause.State ? 1 : 0).Select(state => $"{state} > "));
        int room = canvas.Width - pause.State.ToString().Length - 2;
        string shown = way.Length <= room ? way : "…" + way[^(room - 1)..];
        canvas.Put(0, row, shown, Ink.Quiet);
        canvas.Put(shown.Length, row++, $" {pause.State} ", Ink.Bar);
        PaintSteps([.. pause.Possible.Where(step => step.Trigger != BootTrigger.PowerOff)]);
    }

    private void PaintSteps(BootTransition[] steps)
    {
        int columns = canvas.Width >= RoomForTwoColumns && steps.Length > 2 ? 2 : 1;
        int rows = (steps.Length + columns - 1) / columns;
        int width = canvas.Width / columns;
        for (int i = 0; i < steps.Length; i++)
        {
            BootTransition step = steps[i];
            bool isNext = pause.Transition is { } next && (next.Trigger, next.To) == (step.Trigger, step.To);
            string text = $"{(isNext ? "═►" : i % rows == rows - 1 || i == steps.Length - 1 ? "└─" : "├─")} {step.Trigger} ► {step.To}{(step.Condition.Length == 0 ? "" : $" if {step.Condition}")}";
            canvas.Put(i / rows * width, row + (i % rows), Cut(text, width - 1), isNext ? Ink.Good : Ink.Plain);
        }

        row += rows;
    }

    private void PaintFile(int part)
    {
        string size = pause.File is { Content.Length: > 0 and var bytes } ? $", {bytes} bytes" : "";
        Heading($"{(pause.File is { } file ? file.Name : "File")}{size}");
        if (PauseText.WhyNoFile(pause) is { } why)
        {
            canvas.Put(0, row++, why, Ink.Quiet);
            PaintLog();
            return;
        }

        HexDump hex = PauseText.Hex(pause.File!, canvas.Width >= RoomForWideHex ? 16 : 8);
        IReadOnlyList<FilePart> parts = pause.File!.Parts.Parts;
        int selected = Math.Clamp(part, 0, Math.Max(0, parts.Count - 1));
        PaintTree(parts, selected, canvas.Width - hex.Width - 1);
        PaintHex(hex, parts.ElementAtOrDefault(selected));
    }

    /// <summary>Where there are no bytes to show.</summary>
    private void PaintLog()
    {
        Heading("Log");
        int room = canvas.Height - row;
        foreach (string line in phone.Log.SelectMany(line => TextWrap.Lines(line.Text, canvas.Width, "  ")).TakeLast(room))
            canvas.Put(0, row++, line);
    }

    private void PaintTree(IReadOnlyList<FilePart> parts, int selected, int width)
    {
        int room = canvas.Height - row - (pause.File!.Parts.Problem is null ? 0 : 1);
        int first = First(selected, parts.Count, room);
        for (int i = first; i < Math.Min(parts.Count, first + room); i++)
        {
            FilePart part = parts[i];
            string text = $"{new string(' ', part.Depth * 2)}{part.Name}{(part.Value.Length == 0 ? "" : ": ")}{part.Value}";
            canvas.Put(0, row + i - first, Cut(text, width - 1).PadRight(width - 1), i == selected ? Ink.Bar : Ink.Plain);
            places.Add(new(0, row + i - first, width, new ScreenCommand.SelectPart(i)));
        }

        if (pause.File.Parts.Problem is { } problem)
            canvas.Put(0, canvas.Height - 1, Cut($"malformed: {problem}", width - 1), Ink.Bad);
    }

    /// <summary>The bytes of the chosen part stand out, and its first one is in view.</summary>
    private void PaintHex(HexDump hex, FilePart? chosen)
    {
        int left = canvas.Width - hex.Width;
        int room = canvas.Height - row;
        int chosenLine = (chosen?.Offset ?? 0) / hex.PerLine;
        int first = Math.Clamp(chosenLine - 1, 0, Math.Max(0, hex.LineCount - room));
        for (int i = 0; i < Math.Min(room, hex.LineCount - first); i++)
        {
            string line = hex.Line(first + i);
            canvas.Put(left, row + i, line, Ink.Quiet);
            if (chosen is not null)
                Mark(left, row + i, line, (first + i) * hex.PerLine, hex.PerLine, chosen);
        }
    }

    private void Mark(int left, int y, string line, int start, int perLine, FilePart chosen)
    {
        int from = Math.Max(0, chosen.Offset - start);
        int to = Math.Min(perLine, chosen.Offset + chosen.Length - start);
        if (from >= to)
            return;
        int hexAt = HexDump.FirstColumn + (from * 3);
        int textAt = HexDump.FirstColumn + (perLine * 3) + 1;
        canvas.Put(left + hexAt, y, line.Substring(hexAt, ((to - from) * 3) - 1), Ink.Bar);
        int length = Math.Min(to, line.Length - textAt) - from;
        if (length > 0)
            canvas.Put(left + textAt + from, y, line.Substring(textAt + from, length), Ink.Bar);
    }

    private void Heading(string text)
    {
        canvas.Put(0, row, new string('─', canvas.Width), Ink.Quiet);
        canvas.Put(1, row++, $" {Cut(text, canvas.Width - 4)} ", Ink.Heading);
    }

    private void Wrapped(string text, Ink ink)
    {
        string[] lines = [.. TextWrap.Lines(text, canvas.Width, "  ")];
        foreach (string line in lines.Take(MostTextLines))
            canvas.Put(0, row++, line, ink);
        if (lines.Length > MostTextLines)
            canvas.Put(canvas.Width - 1, row - 1, "…", ink);
    }

    private static int First(int selected, int count, int room) => Math.Clamp(selected - (room / 2), 0, Math.Max(0, count - room));

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(0, width - 1)] + "…";

    private static string PointWords(BootPause pause) => pause.Point switch
    {
        PausePoint.Request => "before a file is asked",
        PausePoint.Answer => "an answer came",
        PausePoint.Verdict => "a verdict",
        _ => "before a step of the boot table",
    };
}
