using System.Globalization;
using System.Security;
using System.Text;
using PhoneSim.Terminal.Drawing;
using Terminal.Gui.Drawing;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace PhoneSim.Terminal.Picturing;

/// <summary>A canvas as one self-contained SVG in the colours of a palette. The text stays text: it can be searched and copied.</summary>
public static class SvgPicture
{
    private const double CellWidth = 9.6;
    private const int CellHeight = 19;
    private const int Baseline = 15;
    private const string Fonts = "'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,'Liberation Mono',monospace";

    // Of a palette that leaves the colours to the terminal.
    private const string TerminalText = "#e4e4e4";
    private const string TerminalGround = "#101010";

    /// <param name="title">What readers for the blind are told, and what a browser shows on the tab.</param>
    public static string Of(Canvas canvas, Palette palette, string title)
    {
        StringBuilder svg = new();
        string width = Number(canvas.Width * CellWidth);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{canvas.Height * CellHeight}\" viewBox=\"0 0 {width} {canvas.Height * CellHeight}\" font-family=\"{Fonts}\" font-size=\"16\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{SecurityElement.Escape(title)}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{Ground(palette.Colours[Ink.Plain])}\"/>\n");
        for (int y = 0; y < canvas.Height; y++)
            foreach (InkRun run in canvas.Runs(y))
                Append(svg, run, y, palette.Colours[run.Ink]);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Blank ground is one rectangle; every word stands in its own column whatever the font's widths are.</summary>
    private static void Append(StringBuilder svg, InkRun run, int y, Attribute colours)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(run.X * CellWidth)}\" y=\"{y * CellHeight}\" width=\"{Number((run.Text.Length * CellWidth) + 0.5)}\" height=\"{CellHeight + 0.5}\" fill=\"{Ground(colours)}\"/>");
        foreach ((int start, string word) in Words(run.Text))
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{Number((run.X + start) * CellWidth)}\" y=\"{(y * CellHeight) + Baseline}\" textLength=\"{Number(word.Length * CellWidth)}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{Text(colours)}\">{SecurityElement.Escape(word)}</text>");
        svg.Append('\n');
    }

    private static IEnumerable<(int Start, string Word)> Words(string text)
    {
        for (int x = 0; x < text.Length;)
        {
            int start = x;
            while (x < text.Length && text[x] == ' ' == (text[start] == ' '))
                x++;
            if (text[start] != ' ')
                yield return (start, text[start..x]);
        }
    }

    private static string Text(Attribute colours) => IsReversed(colours) ? Hex(colours.Background, TerminalGround) : Hex(colours.Foreground, TerminalText);

    private static string Ground(Attribute colours) => IsReversed(colours) ? Hex(colours.Foreground, TerminalText) : Hex(colours.Background, TerminalGround);

    private static bool IsReversed(Attribute colours) => colours.Style.HasFlag(TextStyle.Reverse);

    private static string Hex(Color colour, string ofTheTerminal) => colour == Color.None ? ofTheTerminal : $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
