using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>A display as lines, each exactly as wide as the screen: what <see cref="ScreenText"/> frames and a terminal view colours.</summary>
/// <param name="Selected">Index into <paramref name="Body"/> of the highlighted row; null: none.</param>
/// <param name="StatusLine">Index into <paramref name="Body"/> of the answer to the last key; null: none is shown.</param>
public sealed record ScreenLines(string Title, IReadOnlyList<string> Body, string Softkeys, int? Selected, int? StatusLine)
{
    private const string Locked = "[x]";
    private const string Open = "[ ]";

    public static ScreenLines Of(ScreenSnapshot screen, ScreenProfile size)
    {
        int rows = screen.Status.Length > 0 ? size.Rows - 1 : size.Rows;
        (IReadOnlyList<string> lines, int? selected) = screen.Entry is { } entry ? (EntryLines.Of(entry, size.Columns, rows), null) : RowLines.Of(screen, size.Columns, rows);
        IEnumerable<string> filled = lines.Concat(Enumerable.Repeat("", rows)).Take(rows);
        return new(
            TitleText(screen, size.Columns),
            [.. (rows < size.Rows ? filled.Append(screen.Status) : filled).Select(line => Fit(line, size.Columns))],
            SoftkeyText(screen.Softkeys, size),
            selected,
            rows < size.Rows ? rows : null);
    }

    /// <summary>Column at which softkey <paramref name="index"/> begins, and its width.</summary>
    public static (int Start, int Width) SoftkeyPlace(int index, ScreenProfile size) =>
        (index * size.Columns / size.SoftkeyCount, (index + 1) * size.Columns / size.SoftkeyCount - index * size.Columns / size.SoftkeyCount);

    internal static string Fit(string text, int width) => text.Length > width ? text[..(width - 1)] + "…" : text.PadRight(width);

    private static string TitleText(ScreenSnapshot screen, int columns)
    {
        string padlock = screen.ShowsLock ? screen.Locked ? Locked : Open : "";
        return Fit(" " + screen.Title, columns - padlock.Length - 1) + padlock + " ";
    }

    private static string SoftkeyText(IReadOnlyList<string> labels, ScreenProfile size) => string.Concat(labels.Take(size.SoftkeyCount).Select((label, i) =>
    {
        int width = SoftkeyPlace(i, size).Width;
        return label.Length >= width ? label[..width] : label.PadLeft((width + label.Length) / 2).PadRight(width);
    }));
}
