using System.Globalization;
using System.Text;
using PhoneSim.Terminal.Drawing;
using Terminal.Gui.Drawing;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace PhoneSim.Terminal.Picturing;

/// <summary>A canvas as a terminal gets it: cursor addresses, colours, text.</summary>
public static class AnsiPicture
{
    private const string Begin = "\e[?25l\e[0m\e[2J";

    /// <param name="before">What the terminal shows; null: nothing of ours, so it is cleared first and the cursor hidden.</param>
    /// <returns>Empty: nothing has changed.</returns>
    public static string Changes(Canvas now, Canvas? before, Palette palette)
    {
        StringBuilder text = new(before is null ? Begin : "");
        for (int y = 0; y < now.Height; y++)
            if (before is null || !now.IsLike(before, y))
                Append(text, now, y, palette);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Canvas canvas, int y, Palette palette)
    {
        text.Append(CultureInfo.InvariantCulture, $"\e[{y + 1};1H");
        foreach (InkRun run in canvas.Runs(y))
            text.Append(Style(palette.Colours[run.Ink])).Append(run.Text);
        text.Append("\e[0m");
    }

    private static string Style(Attribute colours) =>
        $"\e[0{(colours.Style.HasFlag(TextStyle.Reverse) ? ";7" : "")}{Colour(38, colours.Foreground)}{Colour(48, colours.Background)}m";

    /// <summary>The terminal's own colour needs no code.</summary>
    private static string Colour(int code, Color colour) =>
        colour == Color.None ? "" : string.Create(CultureInfo.InvariantCulture, $";{code};2;{colour.R};{colour.G};{colour.B}");
}
