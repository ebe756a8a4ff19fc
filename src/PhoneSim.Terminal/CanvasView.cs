using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Painting;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;

namespace PhoneSim.Terminal;

/// <summary>Copies what a painter made to the terminal, and turns clicks into commands.</summary>
internal sealed class CanvasView : View
{
    private const int WheelLines = 3;

    private readonly Action<ScreenCommand> execute;
    private Painted? painted;
    private Palette palette = Palette.Standard;

    public CanvasView(Action<ScreenCommand> execute)
    {
        this.execute = execute;
        CanFocus = false;
    }

    public void Show(Painted now, Palette colours)
    {
        (painted, palette) = (now, colours);
        SetNeedsDraw();
    }

    protected override bool OnDrawingContent(DrawContext? context)
    {
        if (painted is null)
            return true;
        Canvas canvas = painted.Canvas;
        for (int y = 0; y < Math.Min(canvas.Height, Viewport.Height); y++)
            DrawLine(canvas, y, Math.Min(canvas.Width, Viewport.Width));
        return true;
    }

    protected override bool OnMouseEvent(Mouse mouse)
    {
        if (mouse.IsWheel)
            return Scroll(mouse.Flags.HasFlag(MouseFlags.WheeledUp) ? -WheelLines : WheelLines);
        if (!mouse.IsSingleDoubleOrTripleClicked || mouse.Position is not { } at || painted?.CommandAt(at.X, at.Y) is not { } command)
            return base.OnMouseEvent(mouse);
        execute(command);
        return true;
    }

    private bool Scroll(int lines)
    {
        execute(new ScreenCommand.ScrollLog(lines));
        return true;
    }

    private void DrawLine(Canvas canvas, int y, int width)
    {
        for (int x = 0; x < width;)
        {
            int start = x;
            Ink ink = canvas.InkAt(x, y);
            while (x < width && canvas.InkAt(x, y) == ink)
                x++;
            SetAttribute(palette.Colours[ink]);
            Move(start, y);
            AddStr(string.Create(x - start, (canvas, start, y), static (text, from) =>
            {
                for (int i = 0; i < text.Length; i++)
                    text[i] = from.canvas[from.start + i, from.y];
            }));
        }
    }
}
