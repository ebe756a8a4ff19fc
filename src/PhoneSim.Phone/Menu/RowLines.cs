namespace PhoneSim.Phone.Menu;

/// <summary>The rows of a list as lines: numbered ones take a line each, free text such as status messages is wrapped.</summary>
internal static class RowLines
{
    /// <summary>The lines that fit, scrolled so that the highlighted row is among them, and the first line of that row.</summary>
    public static (IReadOnlyList<string> Lines, int? Selected) Of(ScreenSnapshot screen, int columns, int rows)
    {
        (string Text, int Row)[] lines = [.. screen.Rows.SelectMany((row, i) => Lines(screen, row, i, columns).Select(text => (text, i)))];
        int last = Array.FindLastIndex(lines, line => line.Row == screen.Selected);
        int first = Math.Clamp(last - rows + 1, 0, Math.Max(0, lines.Length - rows));
        int marked = Array.FindIndex(lines, line => line.Row == screen.Selected);
        return ([.. lines.Skip(first).Take(rows).Select(line => line.Text)], marked < 0 ? null : Math.Max(0, marked - first));
    }

    private static IEnumerable<string> Lines(ScreenSnapshot screen, ScreenRow row, int index, int columns)
    {
        string mark = index == screen.Selected ? ">" : " ";
        return screen.Numbered ? WithValueBelow($"{mark}{index + 1} {row.Label}", row.Value, columns)
            : row.Value.Length > 0 ? [WithValue(mark + row.Label, row.Value, columns)]
            : Wrap(row.Label, columns - 1).Select((line, i) => (i == 0 ? mark : " ") + line);
    }

    /// <summary>A value too long to stand beside its label stands below it.</summary>
    private static IEnumerable<string> WithValueBelow(string label, string value, int columns) =>
        label.Length + value.Length + 2 <= columns || value.Length == 0 ? [WithValue(label, value, columns)]
        : [label, .. Wrap(value, columns - 2).Select(line => line.PadLeft(columns - 1))];

    private static string WithValue(string label, string value, int columns)
    {
        int space = columns - label.Length - 2;
        return value.Length == 0 || space < 3 ? label : $"{label} {ScreenLines.Fit(value.PadLeft(space), space)} ";
    }

    /// <summary>At spaces; a word longer than the line is cut.</summary>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            int space = text.LastIndexOf(' ', width, width);
            int end = space > 0 ? space : width;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        yield return text;
    }
}
