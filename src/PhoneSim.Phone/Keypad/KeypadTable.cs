using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Keypad;

/// <summary>What the twelve keys type in one kind of field, and which characters the field takes from a PC keyboard.</summary>
public sealed class KeypadTable
{
    private const string Symbols = "0123456789*#";

    private readonly IReadOnlyDictionary<char, string> cycles;
    private readonly Func<char, char?> accept;

    private KeypadTable(IReadOnlyDictionary<char, string> cycles, Func<char, char?> accept, bool picksFromList = false) =>
        (this.cycles, this.accept, PicksFromList) = (cycles, accept, picksFromList);

    /// <summary>A key with several characters opens a list instead of cycling.</summary>
    public bool PicksFromList { get; }

    /// <summary>0 … 9 only.</summary>
    public static KeypadTable Decimal { get; } = new(Digits(), c => char.IsAsciiDigit(c) ? c : null);

    /// <summary>Digits, and <c>.</c> on the star key (documented for 7800, 8831, 8821). IPv6 addresses only from a PC keyboard.</summary>
    public static KeypadTable Address { get; } = new(Digits(('*', ".")), c => char.IsAsciiHexDigit(c) || c is '.' or ':' ? c : null);

    /// <summary>Letters first, as documented for text fields of 7800, 7832 and 8831; capitals after the digit are assumed.</summary>
    public static KeypadTable Text { get; } = new(
        Digits(('2', "abc2ABC"), ('3', "def3DEF"), ('4', "ghi4GHI"), ('5', "jkl5JKL"), ('6', "mno6MNO"), ('7', "pqrs7PQRS"), ('8', "tuv8TUV"), ('9', "wxyz9WXYZ"), ('*', "*.-_@"), ('#', "#")),
        Printable);

    /// <summary>The keys type what is printed large on them.</summary>
    public static KeypadTable Number { get; } = new(Digits(('*', "*"), ('#', "#")), Printable);

    /// <summary>Configuration keys: capitals, <c>*</c> and <c>#</c> refused.</summary>
    public static KeypadTable Hex(HexEntryStyle style)
    {
        (string two, string three) = style switch
        {
            HexEntryStyle.LettersFirst => ("ABC2", "DEF3"),
            HexEntryStyle.NumberAlpha => ("2", "3"),
            _ => ("2ABC", "3DEF"),
        };
        return new(Digits(('2', two), ('3', three)), HexDigit, style == HexEntryStyle.PickList);
    }

    /// <summary>After the softkey Alpha: 2 and 3 type letters only.</summary>
    public static KeypadTable HexLetters { get; } = new(Digits(('2', "ABC"), ('3', "DEF")), HexDigit);

    /// <summary>Characters under a key in the order they appear; empty: the field refuses the key.</summary>
    public string Cycle(char symbol) => cycles.GetValueOrDefault(symbol, "");

    /// <summary>The character as the field shows it; null: refused.</summary>
    public char? Accept(char typed) => accept(typed);

    /// <summary>The key that holds a character, and how far along its cycle; null: not on this keypad.</summary>
    public (char Symbol, int Index)? Find(char character) =>
        Symbols.Where(s => Cycle(s).Contains(character, StringComparison.Ordinal)).Select(s => ((char, int)?)(s, Cycle(s).IndexOf(character, StringComparison.Ordinal))).FirstOrDefault();

    private static Dictionary<char, string> Digits(params IEnumerable<(char Symbol, string Cycle)> others)
    {
        Dictionary<char, string> table = "0123456789".ToDictionary(c => c, c => c.ToString());
        foreach ((char symbol, string cycle) in others)
            table[symbol] = cycle;
        return table;
    }

    private static char? HexDigit(char typed) => char.IsAsciiHexDigit(typed) ? char.ToUpperInvariant(typed) : null;

    private static char? Printable(char typed) => typed is >= ' ' and <= '~' ? typed : null;
}
