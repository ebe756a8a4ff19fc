using System.Globalization;
using System.Text;

namespace PhoneSim.Terminal.Tests.Recording;

/// <summary>As much of a terminal as a recording needs: cursor addresses, clearing, text; colours are passed over. Anything else fails the test.</summary>
internal sealed class PlainTerminal(int width, int height)
{
    private readonly char[][] cells = [.. Enumerable.Range(0, height).Select(_ => new string(' ', width).ToCharArray())];
    private int x;
    private int y;

    public string Text => string.Concat(cells.Select(line => new string(line).TrimEnd() + "\n"));

    public void Play(string data)
    {
        for (int i = 0; i < data.Length; i++)
            if (data[i] == '\e')
                i = Control(data, i);
            else
                cells[y][x++] = char.IsControl(data[i]) ? throw new FormatException($"control character {(int)data[i]}") : data[i];
    }

    /// <returns>Index of the sequence's last character.</returns>
    private int Control(string data, int start)
    {
        int end = data.AsSpan(start + 2).IndexOfAnyInRange('@', '~') + start + 2;
        string arguments = data[(start + 2)..end];
        switch (data[end])
        {
            case 'H':
                int[] place = [.. arguments.Split(';').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
                (y, x) = (place[0] - 1, place[1] - 1);
                break;
            case 'J':
                Array.ForEach(cells, line => line.AsSpan().Fill(' '));
                break;
            default:
                Assert.Contains(data[end], "ml");
                break;
        }

        return end;
    }
}
