using System.Text;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>A phone's display as plain text: a box of the profile's size with title, padlock (<c>[x]</c> locked, <c>[ ]</c> open), rows and softkeys.</summary>
public static class ScreenText
{
    public static string Render(ScreenSnapshot screen, ScreenProfile size)
    {
        StringBuilder text = new();
        foreach (string line in size.Columns == 0 ? WithoutDisplay(screen) : Box(ScreenLines.Of(screen, size), size.Columns))
            text.Append(line.TrimEnd()).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> WithoutDisplay(ScreenSnapshot screen) => screen.Rows.Select(row => row.Label).Append(screen.Status).Where(line => line.Length > 0);

    private static IEnumerable<string> Box(ScreenLines lines, int columns)
    {
        string edge = "+" + new string('-', columns) + "+";
        string rule = "|" + new string('-', columns) + "|";
        return [edge, Row(lines.Title), rule, .. lines.Body.Select(Row), rule, Row(lines.Softkeys), edge];
    }

    private static string Row(string line) => "|" + line + "|";
}
