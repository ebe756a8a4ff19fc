using System.Globalization;
using System.Text;

namespace PhoneSim.Formats.Dissection;

/// <summary>Bytes as lines of offset, hex and ASCII; bytes of secrets are dots.</summary>
/// <param name="PerLine">Bytes a line.</param>
public sealed record HexDump(ReadOnlyMemory<byte> Bytes, IReadOnlyList<Range> Secrets, int PerLine = 16)
{
    /// <summary>Column of the first byte.</summary>
    public const int FirstColumn = 8;

    public int LineCount => (Bytes.Length + PerLine - 1) / PerLine;

    /// <summary>Columns of a line.</summary>
    public int Width => FirstColumn + (PerLine * 4) + 1;

    public string Line(int index)
    {
        StringBuilder line = new((index * PerLine).ToString("x6", CultureInfo.InvariantCulture) + "  ");
        StringBuilder text = new();
        for (int i = index * PerLine; i < Math.Min(Bytes.Length, (index + 1) * PerLine); i++)
        {
            bool isSecret = Secrets.Any(range => i >= range.Start.Value && i < range.End.Value);
            byte value = Bytes.Span[i];
            line.Append(isSecret ? "··" : value.ToString("x2", CultureInfo.InvariantCulture)).Append(' ');
            text.Append(isSecret ? '•' : value is >= 0x20 and < 0x7f ? (char)value : '.');
        }

        return line.ToString().PadRight(FirstColumn + (PerLine * 3) + 1) + text;
    }

    public IEnumerable<string> Lines(int first, int count) => Enumerable.Range(first, Math.Max(0, Math.Min(count, LineCount - first))).Select(Line);
}
