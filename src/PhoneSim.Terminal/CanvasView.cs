using System.Drawing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Painting;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace PhoneSim.Terminal;

/// <summary>Copies what a painter made to the terminal, and turns clicks into commands. What has not changed is not drawn again.</summary>
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
        bool isSame = palette == colours && painted is not null && now.Canvas.IsLike(painted.Canvas);
        (painted, palette) = (now, colours);
        if (!isSame)
            SetNeedsDraw();
    }

    /// <summary>The canvas covers everything.</summary>
    protected override bool OnClearingViewport() => true;

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
        foreach (InkRun run in canvas.Runs(y))
            if (run.X < width)
                DrawRun(run, y);
    }

    /// <summary>Only from the first to the last cell that the terminal shows otherwise: a cell written anew goes through the wire anew.</summary>
    private void DrawRun(InkRun run, int y)
    {
        Attribute colours = palette.Colours[run.Ink];
        int first = 0;
        int end = run.Text.Length;
        while (first < end && IsShown(run.X + first, y, run.Text[first], colours))
            first++;
        while (end > first && IsShown(run.X + end - 1, y, run.Text[end - 1], colours))
            end--;
        if (first == end)
            return;
        SetAttribute(colours);
        Move(run.X + first, y);
        AddStr(run.Text[first..end]);
    }

    private bool IsShown(int x, int y, char character, Attribute colours)
    {
        Point place = ViewportToScreen(new Point(x, y));
        return App?.Driver?.Contents is { } cells && place.Y < cells.GetLength(0) && place.X < cells.GetLength(1)
            && cells[place.Y, place.X] is var cell && cell.Attribute == colours && cell.Grapheme is [var shown] && shown == character;
    }
}
