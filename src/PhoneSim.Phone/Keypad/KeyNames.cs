using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Keypad;

/// <summary>Words for keys.</summary>
public static class KeyNames
{
    private static readonly Dictionary<string, NavigationKey> Directions = Enum.GetValues<NavigationKey>().ToDictionary(Of);

    public static IEnumerable<string> Navigation => Directions.Keys;

    public static string Of(NavigationKey key) => key.ToString().ToLowerInvariant();

    /// <summary>Begins the word for a softkey: <c>soft:Accept</c>.</summary>
    public const string Softkey = "soft:";

    /// <summary>Begins the word for a power-on with a key held: <c>poweron:#</c>.</summary>
    public const string PowerOn = "poweron:";

    public static bool IsSymbol(char symbol) => char.IsAsciiDigit(symbol) || symbol is '*' or '#';

    /// <summary>The key that opens a phone's menus.</summary>
    public static PhoneKey OpenKey(FirmwareProfile profile)
    {
        MenuProfile menu = profile.Menu;
        return menu.OpenKey.StartsWith(Softkey, StringComparison.Ordinal)
            ? new PhoneKey.Softkey(menu.SoftkeysOf(MenuKinds.Idle).ToList().IndexOf(menu.OpenKey[Softkey.Length..]))
            : Find(menu.OpenKey) ?? new PhoneKey.Hard(menu.OpenKey);
    }

    /// <summary>A navigation key, a hard key of that name, which a phone may or may not have, or keys pressed together (<c>*+#+0</c>). Null: no name of a key.</summary>
    public static PhoneKey? Find(string word) =>
        Directions.TryGetValue(word, out NavigationKey direction) ? new PhoneKey.Navigation(direction)
        : word.Split('+') is { Length: > 1 } keys && keys.All(IsKey) ? new PhoneKey.Chord(word)
        : word.Length > 1 && word.All(c => char.IsAsciiLetterLower(c) || c == '-') ? new PhoneKey.Hard(word)
        : null;

    private static bool IsKey(string word) => word.Length == 1 ? IsSymbol(word[0]) : Find(word) is PhoneKey.Hard or PhoneKey.Navigation;
}
