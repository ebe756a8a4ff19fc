using System.Text;

namespace PhoneSim.Formats.Sip;

/// <summary>Reads the value of one header by the grammar of RFC 3261 section 25; offsets of failures count from the value's start.</summary>
internal ref struct SipTextReader(ReadOnlySpan<char> text, string header)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    public readonly bool AtEnd => at == text.Length;

    public void SkipSpace()
    {
        while (!AtEnd && text[at] is ' ' or '\t')
            at++;
    }

    /// <summary>Takes the character, with space around it, if it comes next.</summary>
    public bool TryTake(char c)
    {
        SkipSpace();
        if (AtEnd || text[at] != c)
            return false;
        at++;
        SkipSpace();
        return true;
    }

    public void Expect(char c)
    {
        if (!TryTake(c))
            throw Malformed($"'{c}' expected");
    }

    public void ExpectEnd()
    {
        SkipSpace();
        if (!AtEnd)
            throw Malformed("something follows the value");
    }

    public readonly char Peek() => AtEnd ? '\0' : text[at];

    public string ReadToken()
    {
        int start = at;
        while (!AtEnd && IsTokenCharacter(text[at]))
            at++;
        return at > start ? text[start..at].ToString() : throw Malformed("a token expected");
    }

    /// <summary>Everything before the first of these characters, or to the end.</summary>
    public string ReadUntil(ReadOnlySpan<char> ends)
    {
        int length = text[at..].IndexOfAny(ends);
        ReadOnlySpan<char> value = length < 0 ? text[at..] : text.Slice(at, length);
        at += value.Length;
        return value.Trim().ToString();
    }

    /// <summary>A quoted string without its quotes and escapes, or a token, or an address literal.</summary>
    public string ReadValue() => Peek() == '"' ? ReadQuoted() : ReadUntil(" \t,;>\"");

    public string ReadQuoted()
    {
        Expect('"');
        at = text[..at].LastIndexOf('"') + 1; // space after the opening quote belongs to the string
        StringBuilder value = new();
        for (; Peek() is not '"'; at++)
        {
            if (Peek() == '\\')
                at++;
            if (AtEnd)
                throw Malformed("a quoted string does not end");
            value.Append(text[at]);
        }

        at++;
        return value.ToString();
    }

    public readonly MalformedDataException Malformed(string what) => new($"{header}: {what}", at);

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "-.!%*_+`'~".Contains(c, StringComparison.Ordinal);
}
