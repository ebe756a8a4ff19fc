namespace PhoneSim.Phone.Menu;

/// <summary>An entry field as lines: prompt, the text with its cursor (<c>_</c>; <c>^</c> under a character that may still change), the list to pick from, digits typed of digits asked.</summary>
internal static class EntryLines
{
    public static IReadOnlyList<string> Of(EntryField entry, int columns, int rows)
    {
        string text = entry.Text.Insert(entry.Cursor, "_");
        string[] typed = [.. text.Chunk(columns).Select(line => new string(line))];
        List<string> lines = typed.Length + 4 <= rows ? [entry.Prompt, "", .. typed] : [entry.Prompt, .. typed];
        if (lines.Count < rows)
            lines.Add(Mark(entry, columns, typed.Length));
        if (entry.ExpectedLength is { } digits && lines.Count < rows)
            lines.AddRange([.. Enumerable.Repeat("", rows - lines.Count - 1), $"{entry.Text.Length}/{digits}".PadLeft(columns - 1)]);
        return lines;
    }

    private static string Mark(EntryField entry, int columns, int lines) =>
        entry.Choices.Length > 0 ? string.Join(' ', entry.Choices.Select((choice, i) => i == entry.Choice ? $"[{choice}]" : $" {choice} "))
        : entry.Pending && lines == 1 ? new string(' ', entry.Cursor - 1) + "^"
        : "";
}
