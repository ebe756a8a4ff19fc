using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting;

/// <summary>An open list: its search above, as many choices as fit, the chosen one in view.</summary>
public static class ChooserPainter
{
    private const int MostRows = 16;
    private const int Widest = 76;
    private const int AroundRows = 4;

    public static Painted Paint(Chooser chooser, int width, int height)
    {
        IReadOnlyList<Choice> matches = chooser.Matches;
        int rows = Math.Min(MostRows, Math.Min(chooser.All.Count, height - AroundRows));
        Canvas canvas = new(Math.Min(Widest, width - 2), rows + AroundRows - 1);
        canvas.Fill(0, 0, canvas.Width, canvas.Height, Ink.Bar);
        canvas.Frame(0, 0, canvas.Width, canvas.Height, Ink.Bar);
        canvas.Put(2, 0, $" {chooser.Title} ", Ink.Bar);
        canvas.Put(2, 1, chooser.Search.Length == 0 ? "_ type to search" : $"{chooser.Search}_", Ink.Bar);
        canvas.Put(2, canvas.Height - 1, $" {matches.Count} of {chooser.All.Count}; Enter, Esc ", Ink.Bar);
        int first = Math.Max(0, Math.Min(chooser.Selected - rows / 2, matches.Count - rows));
        List<CommandPlace> places = [];
        for (int i = first; i < Math.Min(matches.Count, first + rows); i++)
        {
            canvas.Put(1, 2 + i - first, Line(matches[i], canvas.Width - 2), i == chooser.Selected ? Ink.Lcd : Ink.Bar);
            places.Add(new(1, 2 + i - first, canvas.Width - 2, matches[i].Command));
        }

        return new(canvas, places);
    }

    private static string Line(Choice choice, int width)
    {
        int space = Math.Max(0, width - choice.Text.Length - 4);
        string detail = choice.Detail.Length > space ? choice.Detail[..Math.Max(0, space - 1)] + "…" : choice.Detail;
        return $" {choice.Text}  {detail.PadLeft(space)} ";
    }
}
