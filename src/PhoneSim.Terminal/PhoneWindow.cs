using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Painting;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;

namespace PhoneSim.Terminal;

/// <summary>The whole screen: header, phone, boot, footer. Draws snapshots of the console and sends it keys.</summary>
public sealed class PhoneWindow : Runnable
{
    private const int Narrowest = 80;
    private const int Lowest = 24;

    private readonly IPhoneConsole console;
    private readonly CanvasView header;
    private readonly CanvasView face;
    private readonly CanvasView boot;
    private readonly CanvasView footer;
    private readonly CanvasView help;
    private readonly CanvasView tooSmall;
    private Palette palette;
    private bool digitsAreKeys;
    private int logOffset;

    public PhoneWindow(IPhoneConsole console, Palette palette)
    {
        (this.console, this.palette) = (console, palette);
        CanFocus = true;
        Width = Dim.Fill();
        Height = Dim.Fill();
        (header, face, boot, footer, help, tooSmall) = (Pane(), Pane(), Pane(), Pane(), Pane(), Pane());
        help.Visible = false;
        Add(header, face, boot, footer, help, tooSmall);
        ViewportChanged += (_, _) => Draw(console.Snapshot());
    }

    /// <summary>Takes a new snapshot and draws it.</summary>
    public void Pump() => Draw(console.Snapshot());

    protected override bool OnKeyDown(Key key)
    {
        PhoneSnapshot phone = console.Snapshot();
        if (help.Visible && key == Key.Esc)
            Execute(new ScreenCommand.Help());
        else if (Keyboard.Find(key, phone.Screen, phone.Profile, digitsAreKeys) is { } command)
            Execute(command);
        else
            return base.OnKeyDown(key);
        return true;
    }

    private CanvasView Pane() => new(Execute);

    private void Execute(ScreenCommand command)
    {
        switch (command)
        {
            case ScreenCommand.Press(var key):
                console.Press(key);
                break;
            case ScreenCommand.Reset(var kind):
                console.Reset(kind);
                break;
            case ScreenCommand.ScrollLog(var lines):
                logOffset = Math.Max(0, logOffset - lines);
                break;
            case ScreenCommand.Help:
                help.Visible = !help.Visible;
                break;
            case ScreenCommand.NextPalette:
                palette = Palette.All[(Palette.All.ToList().IndexOf(palette) + 1) % Palette.All.Count];
                break;
            case ScreenCommand.ToggleDigits:
                digitsAreKeys = !digitsAreKeys;
                break;
            case ScreenCommand.Quit:
                App?.RequestStop();
                break;
        }

        Pump();
    }

    private void Draw(PhoneSnapshot phone)
    {
        (int width, int height) = (Viewport.Width, Viewport.Height);
        bool fits = width >= Narrowest && height >= Lowest;
        foreach (CanvasView pane in (CanvasView[])[header, face, boot, footer])
            pane.Visible = fits;
        tooSmall.Visible = !fits;
        if (fits)
            DrawPanes(phone, width, height);
        else
            DrawTooSmall(width, height);
    }

    private void DrawPanes(PhoneSnapshot phone, int width, int height)
    {
        int faceWidth = FacePainter.WidthOf(phone.Profile);
        int bootWidth = width - faceWidth - 2;
        Place(header, 0, 0, BarPainter.Header(phone, width));
        Place(face, 0, 1, FacePainter.Paint(phone, height - 2));
        Place(boot, faceWidth + 1, 1, BootPainter.Paint(phone, bootWidth, height - 2, logOffset));
        Place(footer, 0, height - 1, BarPainter.Footer(width, digitsAreKeys));
        Canvas keys = HelpPainter.Paint(phone, digitsAreKeys);
        Place(help, Math.Max(0, (width - keys.Width) / 2), Math.Max(0, (height - keys.Height) / 2), new(keys, []));
    }

    private void DrawTooSmall(int width, int height)
    {
        Canvas canvas = new(width, Math.Max(1, height));
        canvas.Put(0, 0, $"Terminal too small: {Narrowest} x {Lowest} needed", Ink.Warning);
        Place(tooSmall, 0, 0, new(canvas, []));
    }

    private void Place(CanvasView pane, int x, int y, Painted painted)
    {
        (pane.X, pane.Y, pane.Width, pane.Height) = (x, y, painted.Canvas.Width, painted.Canvas.Height);
        pane.Show(painted, palette);
    }
}
