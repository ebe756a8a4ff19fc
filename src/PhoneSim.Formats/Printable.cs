namespace PhoneSim.Formats;

/// <summary>Text from outside, made harmless for a terminal.</summary>
public static class Printable
{
    /// <summary>Replaces control and format characters (escape sequences, bidirectional overrides) by <c>?</c> and cuts after <paramref name="limit"/> characters.</summary>
    public static string Text(string text, int limit)
    {
        string cut = text.Length > limit ? text[..limit] + "…" : text;
        return string.Concat(cut.Select(c => IsHarmless(c) ? c : '?'));
    }

    private static bool IsHarmless(char c) => char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.Control
        or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.PrivateUse);
}
