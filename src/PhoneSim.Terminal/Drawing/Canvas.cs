using System.Text;

namespace PhoneSim.Terminal.Drawing;

/// <summary>A grid of characters and inks, one column each; what does not fit is cut, what a terminal would act on or draw wider is a question mark. Painters fill it; views, pictures and tests read it.</summary>
public sealed class Canvas
{
    private readonly char[][] characters;
    private readonly Ink[][] inks;

    public Canvas(int width, int height)
    {
        (Width, Height) = (Math.Max(0, width), Math.Max(0, height));
        characters = [.. Enumerable.Range(0, Height).Select(_ => new char[Width])];
        inks = [.. Enumerable.Range(0, Height).Select(_ => new Ink[Width])];
        Fill(0, 0, Width, Height, Ink.Plain);
    }

    public int Width { get; }

    public int Height { get; }

    public char this[int x, int y] => characters[y][x];

    public Ink InkAt(int x, int y) => inks[y][x];

    public void Put(int x, int y, string text, Ink ink = Ink.Plain)
    {
        for (int i = 0; i < text.Length; i++)
            Set(x + i, y, text[i], ink);
    }

    /// <summary>Another canvas, copied onto this one.</summary>
    public void Put(int x, int y, Canvas other)
    {
        for (int line = 0; line < other.Height; line++)
            for (int column = 0; column < other.Width; column++)
                Set(x + column, y + line, other[column, line], other.InkAt(column, line));
    }

    /// <summary>A line across the canvas with a title on it.</summary>
    public void Heading(int y, string text)
    {
        Put(0, y, new string('─', Width), Ink.Quiet);
        Put(1, y, $" {text} ", Ink.Heading);
    }

    public void Fill(int x, int y, int width, int height, Ink ink)
    {
        for (int row = y; row < y + height; row++)
            Put(x, row, new string(' ', Math.Max(0, width)), ink);
    }

    /// <summary>A frame; what is inside stays.</summary>
    public void Frame(int x, int y, int width, int height, Ink ink)
    {
        Put(x, y, "┌" + new string('─', width - 2) + "┐", ink);
        for (int row = y + 1; row < y + height - 1; row++)
        {
            Put(x, row, "│", ink);
            Put(x + width - 1, row, "│", ink);
        }

        Put(x, y + height - 1, "└" + new string('─', width - 2) + "┘", ink);
    }

    /// <summary>Characters, inks and size are the same.</summary>
    public bool IsLike(Canvas other) =>
        (Width, Height) == (other.Width, other.Height) && Enumerable.Range(0, Height).All(y => IsLike(other, y));

    /// <summary>One line is the same; both canvases have it.</summary>
    public bool IsLike(Canvas other, int y) =>
        characters[y].AsSpan().SequenceEqual(other.characters[y]) && inks[y].AsSpan().SequenceEqual(other.inks[y]);

    /// <summary>A line from left to right.</summary>
    public IEnumerable<InkRun> Runs(int y)
    {
        for (int x = 0; x < Width;)
        {
            int start = x;
            while (x < Width && inks[y][x] == inks[y][start])
                x++;
            yield return new(start, new(characters[y], start, x - start), inks[y][start]);
        }
    }

    /// <summary>The text alone, trailing blanks of a line cut.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        for (int y = 0; y < Height; y++)
            text.Append(new string(characters[y]).TrimEnd()).Append('\n');
        return text.ToString();
    }

    private void Set(int x, int y, char character, Ink ink)
    {
        if (x >= 0 && x < Width && y >= 0 && y < Height)
            (characters[y][x], inks[y][x]) = (NarrowText.Of(character), ink);
    }
}
