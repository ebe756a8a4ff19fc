using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>The picture of a face while it grows from top to bottom.</summary>
internal sealed class FaceDrawing(int width, int height, LampText lamps)
{
    private readonly List<CommandPlace> places = [];

    public Canvas Canvas { get; } = new(width, height);

    public LampText Lamps => lamps;

    public Painted Painted => new(Canvas, places);

    /// <summary>The first line that is free.</summary>
    public int Row { get; set; }

    public void Key(int x, int y, string cap, ScreenCommand command, Ink ink = Ink.Key)
    {
        Canvas.Put(x, y, cap, ink);
        Place(x, y, cap.Length, command);
    }

    /// <summary>Something already drawn can be clicked.</summary>
    public void Place(int x, int y, int width, ScreenCommand command) => places.Add(new(x, y, width, command));

    /// <summary>Words one after the other, on as many lines as they need.</summary>
    /// <param name="put">Draws a word at a place.</param>
    public void Flow(IEnumerable<string> words, int gap, Action<int, int, string> put)
    {
        int x = 0;
        foreach (string word in words)
        {
            if (x > 0 && x + word.Length > Canvas.Width)
                (x, Row) = (0, Row + 1);
            put(x, Row, word);
            x += word.Length + gap;
        }

        Row += x > 0 ? 1 : 0;
    }
}
