using System.Globalization;

namespace PhoneSim.Phone.Keypad;

/// <summary>Reads the key language of <c>phonesim press</c>: <c>settings</c>, <c>up</c>, <c>5</c>, <c>**#</c>, <c>soft:Accept</c>, <c>row:Status</c>, <c>hex:0A…</c>, <c>text:cisco</c>, <c>wait:1000</c>, <c>reset</c>, <c>poweron:#</c> (power on while # is held), <c>*+#+0</c> (together).</summary>
public static class KeyParser
{
    /// <summary>Milliseconds of one <c>wait:</c>; our choice.</summary>
    private const int LongestWait = 3_600_000;

    /// <param name="errors">One line a bad word; empty: all words were read.</param>
    public static IReadOnlyList<KeyStep> Parse(IEnumerable<string> words, out IReadOnlyList<string> errors)
    {
        List<KeyStep> steps = [];
        List<string> problems = [];
        foreach (string word in words)
            if (Read(word, problems) is { } read)
                steps.AddRange(read);
        errors = problems;
        return steps;
    }

    private static IEnumerable<KeyStep>? Read(string word, List<string> problems)
    {
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        IEnumerable<KeyStep>? steps = colon < 0 ? Simple(word) : WithArgument(word, word[..colon], word[(colon + 1)..]);
        if (steps is null)
            problems.Add($"'{Shown(word)}' is no key: 0-9 * # {string.Join(' ', KeyNames.Navigation)} settings applications soft:LABEL row:LABEL hex:DIGITS text:TEXT wait:MS reset poweron:# KEY+KEY");
        return steps;
    }

    private static IEnumerable<KeyStep>? Simple(string word)
    {
        if (word == "reset")
            return [new KeyStep.Reset(word)];
        if (word.Length > 0 && word.All(KeyNames.IsSymbol))
            return word.Select(symbol => new KeyStep.Press(symbol.ToString(), new PhoneKey.Digit(symbol)));
        return KeyNames.Find(word) is { } key ? [new KeyStep.Press(word, key)] : null;
    }

    private static KeyStep[]? WithArgument(string word, string verb, string argument) => verb switch
    {
        "soft" when argument.Length > 0 => [new KeyStep.Soft(word, argument)],
        "row" when argument.Length > 0 => [new KeyStep.Row(word, argument)],
        "hex" when argument.Length > 0 && argument.All(char.IsAsciiHexDigit) => [new KeyStep.TypeText(word, argument.ToUpperInvariant())],
        "text" when argument.Length > 0 => [new KeyStep.TypeText(word, argument)],
        "poweron" when argument is "#" or "*" => [new KeyStep.Press(word, new PhoneKey.PowerOn(argument[0]))],
        "wait" when int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int ms) && ms <= LongestWait => [new KeyStep.Wait(word, TimeSpan.FromMilliseconds(ms))],
        _ => null,
    };

    /// <summary>What was meant to be typed may be a secret.</summary>
    private static string Shown(string word) => word.StartsWith("hex:", StringComparison.Ordinal) || word.StartsWith("text:", StringComparison.Ordinal) ? word[..(word.IndexOf(':', StringComparison.Ordinal) + 1)] + "…" : word;
}
