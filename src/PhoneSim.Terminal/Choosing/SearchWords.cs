namespace PhoneSim.Terminal.Choosing;

/// <summary>How every search of the screen compares: words in any order, capitals or not.</summary>
internal static class SearchWords
{
    public static bool AllIn(string search, string text) =>
        search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
