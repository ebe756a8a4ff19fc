using System.Buffers;
using System.Text;

namespace PhoneSim.Formats.Dissection;

/// <summary>Elements of a configuration with their places, without a claim to be an XML reader: enough to show where a value stands, and to keep passwords out of sight.</summary>
internal sealed class XmlWalk(ReadOnlyMemory<byte> file, List<FilePart> parts, List<Range> secrets)
{
    private const int TextLimit = 200;

    /// <summary>Our choice; a real configuration has some hundred elements.</summary>
    private const int MostParts = 20_000;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    private int depth = 1;
    private int at;

    private ReadOnlySpan<byte> Rest => file.Span[at..];

    /// <summary>UTF-8 or a relative of ASCII; UTF-16 is not taken apart.</summary>
    public static bool IsText(ReadOnlySpan<byte> body) => (body.StartsWith(Encoding.UTF8.Preamble) ? body[3..] : body).TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    public void Read(int start)
    {
        for (at = start; Rest.IndexOf((byte)'<') is >= 0 and var next;)
        {
            at += next;
            if (Rest.StartsWith("<!--"u8))
                SkipBehind("-->"u8);
            else if (Rest is [_, (byte)'?' or (byte)'!', ..])
                SkipBehind(">"u8);
            else if (Rest is [_, (byte)'/', ..])
                Leave();
            else
                Enter();
        }
    }

    private void SkipBehind(ReadOnlySpan<byte> end)
    {
        int length = Rest.IndexOf(end);
        at = length < 0 ? file.Length : at + length + end.Length;
    }

    private void Leave()
    {
        depth = Math.Max(1, depth - 1);
        SkipBehind(">"u8);
    }

    private void Enter()
    {
        int start = at;
        SkipBehind(">"u8);
        ReadOnlySpan<byte> tag = file.Span[start..at];
        int nameEnd = tag.IndexOfAny(NameEnds);
        string name = Printable.Text(Encoding.UTF8.GetString(tag[1..(nameEnd < 1 ? tag.Length : nameEnd)]), TextLimit);
        bool isEmpty = tag.EndsWith("/>"u8);
        string text = isEmpty ? "" : Text(IsSecret(name));
        if (parts.Count < MostParts)
            parts.Add(new(depth, start, at - start, name, text));
        depth = isEmpty ? depth : Math.Min(Limits.XmlDepth, depth + 1);
    }

    /// <summary>Moves behind the text.</summary>
    private string Text(bool isSecret)
    {
        int length = isSecret ? Rest.IndexOf("</"u8) : Rest.IndexOf((byte)'<');
        Range range = at..(length < 0 ? file.Length : at + length);
        at = range.End.Value;
        if (isSecret && range.End.Value > range.Start.Value)
            secrets.Add(range);
        return isSecret ? Secret.Dots : Printable.Text(Encoding.UTF8.GetString(file.Span[range]).Trim(), TextLimit);
    }

    private static bool IsSecret(string name) => name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("secret", StringComparison.OrdinalIgnoreCase);
}
