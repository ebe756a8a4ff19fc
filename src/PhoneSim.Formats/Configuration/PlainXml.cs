using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PhoneSim.Formats.Configuration;

/// <summary>
/// XML as call managers write it: UTF-8, elements, attributes, text and the five named entities. All else (comments, CDATA, character references, other prefixes than <c>xsi</c>) and
/// all that is wrong makes it not <see cref="IsPlain"/>: then System.Xml reads the file from its beginning and has the last word. What is plain, System.Xml takes too and reads alike,
/// for more than twice the instructions, which were over half of all that a first boot needs beside its cryptography.
/// </summary>
internal ref struct PlainXml : IElementCursor
{
    /// <summary>Our choice; real configurations are 8 deep.</summary>
    public const int MostOpen = 32;

    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b).Except([(byte)'\t', (byte)'\n', (byte)'\r'])]);
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);
    private static readonly SearchValues<byte> KeyEnds = SearchValues.Create("= \t\r\n\"'<>/"u8);
    private static readonly SearchValues<byte> ValueEnds = SearchValues.Create("\"<\t\r\n"u8);

    private readonly ReadOnlySpan<byte> xml;
    private readonly Span<(int At, int Length)> open;
    private int at;
    private int depth;
    private bool hasRoot;
    private ReadOnlySpan<byte> name;

    /// <summary>The text, or what follows the name of a start tag.</summary>
    private ReadOnlySpan<byte> content;

    /// <param name="open">Room for the names of open elements, <see cref="MostOpen"/> of them.</param>
    public PlainXml(ReadOnlySpan<byte> xml, Span<(int At, int Length)> open)
    {
        this.xml = xml;
        this.open = open;
        IsPlain = HasPlainBytes(xml) && PassDeclaration();
    }

    /// <summary>What was read so far; of the whole file once <see cref="Read"/> said that there is no more.</summary>
    public bool IsPlain { get; private set; }

    public CursorNode Node { get; private set; }

    public int Depth { get; private set; }

    public bool IsEmpty { get; private set; }

    public readonly string Name => Encoding.UTF8.GetString(name);

    public readonly string Text => Decoded(content);

    private readonly bool IsAtEndTag => at + 1 < xml.Length && xml[at + 1] == '/';

    public bool Read()
    {
        while (IsPlain && at < xml.Length)
        {
            if (xml[at] != '<' ? ReadText() : IsAtEndTag ? ReadEnd() : ReadStart())
                return true;
        }

        IsPlain &= hasRoot && depth == 0;
        return false;
    }

    public void PassOver()
    {
        int outer = IsEmpty ? depth : depth - 1;
        while (IsPlain && depth > outer)
        {
            int next = xml[at..].IndexOf((byte)'<');
            at += Math.Max(0, next);
            _ = next < 0 ? NotPlain() : IsAtEndTag ? ReadEnd() : TryPassLeaf() || ReadStart();
        }
    }

    public readonly bool IsOf(ElementRule rule) => name.SequenceEqual(rule.NameBytes);

    public readonly string? Attribute(string name)
    {
        ReadOnlySpan<byte> rest = content;
        while (TryTakeAttribute(ref rest, out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value))
            if (Ascii.Equals(key, name))
                return Decoded(value);
        return null;
    }

    private static bool HasPlainBytes(ReadOnlySpan<byte> xml) => !xml.ContainsAny(Controls) && !(xml.Contains((byte)']') && xml.IndexOf("]]>"u8) >= 0) && HasPlainEntities(xml) && IsText(xml);

    private static bool HasPlainEntities(ReadOnlySpan<byte> xml)
    {
        for (int next; (next = xml.IndexOf((byte)'&')) >= 0;)
        {
            xml = xml[(next + 1)..];
            if (!(xml.StartsWith("amp;"u8) || xml.StartsWith("lt;"u8) || xml.StartsWith("gt;"u8) || xml.StartsWith("quot;"u8) || xml.StartsWith("apos;"u8)))
                return false;
        }

        return true;
    }

    private static bool IsText(ReadOnlySpan<byte> xml) => Ascii.IsValid(xml) || (Utf8.IsValid(xml) && xml.IndexOf("\uFFFE"u8) < 0 && xml.IndexOf("\uFFFF"u8) < 0);

    private static string Decoded(ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        return !text.AsSpan().ContainsAny('&', '\r') ? text : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal)
            .Replace("&apos;", "'", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private bool NotPlain() => IsPlain = false;

    private bool PassDeclaration()
    {
        if (!xml.StartsWith("<?xml"u8))
            return true;
        int length = Math.Max(5, xml.IndexOf("?>"u8));
        ReadOnlySpan<byte> declaration = xml[5..length];
        at = length + 2;
        return declaration.SequenceEqual(" version=\"1.0\" encoding=\"UTF-8\""u8) || declaration.SequenceEqual(" version=\"1.0\" encoding=\"utf-8\""u8) || declaration.SequenceEqual(" version=\"1.0\""u8);
    }

    /// <returns>False: it is white space, or not plain.</returns>
    private bool ReadText()
    {
        ReadOnlySpan<byte> rest = xml[at..];
        int length = rest.IndexOf((byte)'<');
        content = length < 0 ? rest : rest[..length];
        at += content.Length;
        (Node, Depth) = (CursorNode.Text, depth);
        return SpaceLength(content) < content.Length && (depth > 0 || NotPlain());
    }

    /// <summary>Past an element without attributes and elements, as most are. False: it is another one, and still to be read.</summary>
    private bool TryPassLeaf()
    {
        ReadOnlySpan<byte> rest = xml[(at + 1)..];
        int length = NameLength(rest);
        if (length == 0 || rest[length] != '>' || depth == open.Length)
            return false;
        ReadOnlySpan<byte> own = rest[..length];
        rest = rest[(length + 1)..];
        int text = rest.IndexOf((byte)'<');
        if (text < 0)
            return false;
        rest = rest[(text + 1)..];
        if (rest.Length < length + 2 || rest[0] != '/' || rest[length + 1] != '>' || !rest[1..].StartsWith(own))
            return false;
        at = xml.Length - rest.Length + length + 2;
        return true;
    }

    private bool ReadEnd()
    {
        if (depth == 0)
            return NotPlain();
        (int begin, int length) = open[--depth];
        name = xml.Slice(begin, length);
        ReadOnlySpan<byte> rest = xml[(at + 2)..];
        if (!rest.StartsWith(name))
            return NotPlain();
        rest = rest[length..];
        rest = rest[SpaceLength(rest)..];
        at = xml.Length - rest.Length + 1;
        (Node, Depth) = (CursorNode.EndTag, depth);
        return rest is [(byte)'>', ..] || NotPlain();
    }

    private bool ReadStart()
    {
        ReadOnlySpan<byte> rest = xml[(at + 1)..];
        int length = NameLength(rest);
        if (length == 0 || (depth == 0 && hasRoot) || depth == open.Length)
            return NotPlain();
        hasRoot = true;
        name = rest[..length];
        content = rest = rest[length..];
        if (rest is not [(byte)'>', ..] && !TryPassAttributes(ref rest))
            return NotPlain();
        IsEmpty = rest[0] == '/';
        (Node, Depth) = (CursorNode.StartTag, depth);
        if (!IsEmpty)
            open[depth++] = (at + 1, length);
        at = xml.Length - rest.Length + (IsEmpty ? 2 : 1);
        return true;
    }

    /// <summary>To <c>&gt;</c> or <c>/&gt;</c>.</summary>
    private static bool TryPassAttributes(ref ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> all = rest;
        while (TryTakeAttribute(ref rest, out ReadOnlySpan<byte> key, out _))
            if (!IsPlainKey(key) || CountOf(key, all[..^rest.Length]) > 1)
                return false;
        rest = rest[SpaceLength(rest)..];
        return rest is [(byte)'>', ..] or [(byte)'/', (byte)'>', ..];
    }

    private static int CountOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> attributes)
    {
        int count = 0;
        while (TryTakeAttribute(ref attributes, out ReadOnlySpan<byte> key, out _))
            count += key.SequenceEqual(name) ? 1 : 0;
        return count;
    }

    private static bool IsPlainKey(ReadOnlySpan<byte> key)
    {
        ReadOnlySpan<byte> local = key.StartsWith("xsi:"u8) ? key[4..] : key;
        return local is [var first, ..] && IsNameStart(first) && !local.ContainsAnyExcept(NameBytes) && !key.SequenceEqual("xmlns"u8);
    }

    /// <returns>False: no attribute is next, or none in double quotes.</returns>
    private static bool TryTakeAttribute(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        key = value = default;
        ReadOnlySpan<byte> next = rest[SpaceLength(rest)..];
        int length = next.IndexOfAny(KeyEnds);
        if (next.Length == rest.Length || length <= 0 || !next[length..].StartsWith("=\""u8))
            return false;
        key = next[..length];
        next = next[(length + 2)..];
        int end = next.IndexOfAny(ValueEnds);
        if (end < 0 || next[end] != '"')
            return false;
        value = next[..end];
        rest = next[(end + 1)..];
        return true;
    }

    private static int SpaceLength(ReadOnlySpan<byte> bytes)
    {
        int length = 0;
        while (length < bytes.Length && bytes[length] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            length++;
        return length;
    }

    /// <returns>0: no name without a prefix begins here, or it does not end.</returns>
    private static int NameLength(ReadOnlySpan<byte> bytes) => bytes is [var first, ..] && IsNameStart(first) ? Math.Max(0, bytes.IndexOfAnyExcept(NameBytes)) : 0;

    private static bool IsNameStart(byte first) => char.IsAsciiLetter((char)first) || first == '_';
}
