using System.Globalization;

namespace PhoneSim.Evidence.Lint;

/// <summary>What may stand in an element; written as in <c>vocabulary.json</c>: <c>number 0 4</c>, <c>group*</c>.</summary>
internal sealed record ValueForm(string Kind, int Least, int Most, bool Repeats)
{
    public const string Group = "group";
    public const string Open = "open";
    public const string Secret = "secret";

    /// <summary>A host name of DNS is no longer, and call managers take 50 characters (phone-behaviour.md 2.1); the larger one, since nobody knows where loads stop.</summary>
    private const int HostLength = 255;

    public bool IsSecret => Kind == Secret;

    public static ValueForm Parse(string text)
    {
        string[] words = text.TrimEnd('*').Split(' ');
        int Number(int index, int otherwise) => words.Length > index ? int.Parse(words[index], CultureInfo.InvariantCulture) : otherwise;
        bool isText = words[0] is "text" or Secret;
        return new(words[0], isText ? 0 : Number(1, 0), isText ? Number(1, int.MaxValue) : Number(2, int.MaxValue), text.EndsWith('*'));
    }

    /// <summary>The rule that a value breaks, and what would be right; null: it is as it should be. An empty value is none, which phones take for absent.</summary>
    public (LintRule Rule, string Right)? Problem(string value) => Kind switch
    {
        _ when value.Length == 0 => null,
        "boolean" when value is not ("true" or "false") => (LintRules.ValueBoolean, "true or false"),
        "number" => Outside(value, LintRules.ValueRange),
        "port" => IsPort(value) ? null : (LintRules.ValuePort, "a port from 1 to 65535"),
        "md5" when !(value.Length == 32 && value.All(char.IsAsciiHexDigit)) => (LintRules.ValueHash, "32 hexadecimal digits, or nothing"),
        "host" => value.Length > HostLength ? (LintRules.ValueLength, $"at most {HostLength} characters") : Uri.CheckHostName(value) != UriHostNameType.Unknown ? null : (LintRules.ValueHost, "a host name or an address"),
        "text" or Secret when value.Length > Most => (LintRules.ValueLength, $"at most {Most} characters"),
        _ => null,
    };

    private (LintRule Rule, string Right)? Outside(string value, LintRule outOfRange)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            return (LintRules.ValueNumber, $"a number from {Least} to {Most}");
        return number < Least || number > Most ? (outOfRange, $"a number from {Least} to {Most}") : null;
    }

    private static bool IsPort(string value) => ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0;
}
