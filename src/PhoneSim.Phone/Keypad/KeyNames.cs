namespace PhoneSim.Phone.Keypad;

/// <summary>Words for keys.</summary>
public static class KeyNames
{
    private static readonly Dictionary<string, NavigationKey> Directions = Enum.GetValues<NavigationKey>().ToDictionary(Of);

    public static IEnumerable<string> Navigation => Directions.Keys;

    public static string Of(NavigationKey key) => key.ToString().ToLowerInvariant();

    public static bool IsSymbol(char symbol) => char.IsAsciiDigit(symbol) || symbol is '*' or '#';

    /// <summary>A navigation key, or a hard key of that name, which a phone may or may not have. Null: no name of a key.</summary>
    public static PhoneKey? Find(string word) =>
        Directions.TryGetValue(word, out NavigationKey direction) ? new PhoneKey.Navigation(direction)
        : word.Length > 1 && word.All(c => char.IsAsciiLetterLower(c) || c == '-') ? new PhoneKey.Hard(word)
        : null;
}
