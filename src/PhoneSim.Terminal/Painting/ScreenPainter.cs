using System.Drawing;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Painting.Face;
using PhoneSim.Terminal.Stepping;

namespace PhoneSim.Terminal.Painting;

/// <summary>The whole screen: header, phone, what is told beside it, footer, and what lies over them.</summary>
public sealed class ScreenPainter
{
    public static readonly Size Smallest = new(80, 24);

    private const int Margin = 1;

    private readonly ScreenView view;
    private readonly Canvas canvas;
    private readonly List<CommandPlace> places = [];

    private ScreenPainter(ScreenView view) => (this.view, canvas) = (view, new(view.Size.Width, view.Size.Height));

    private PhoneSnapshot Phone => view.Phone;

    private ScreenState State => view.State;

    private Size Size => view.Size;

    public static Painted Paint(ScreenView view)
    {
        ScreenPainter painter = new(view);
        if (view.Size.Width < Smallest.Width || view.Size.Height < Smallest.Height)
            painter.canvas.Put(0, 0, $"Terminal too small: {Smallest.Width} x {Smallest.Height} needed", Ink.Warning);
        else
            painter.PaintAll();
        return new(painter.canvas, painter.places);
    }

    private void PaintAll()
    {
        Lay(0, 0, BarPainter.Header(Phone, Size.Width));
        int faceWidth = FacePainter.WidthOf(Phone.Profile);
        bool showsFace = !view.ShowsPause || Size.Width - faceWidth >= StepPainter.Narrowest;
        if (showsFace)
            Lay(0, 1, FacePainter.Paint(Phone, Size.Height - 2, view.Moment));
        int left = showsFace ? faceWidth + 1 : 0;
        Lay(left, 1, Beside(new(Size.Width - left - (view.ShowsPause ? 0 : Margin), Size.Height - 2)));
        Lay(0, Size.Height - 1, BarPainter.Footer(Size.Width, State, Phone.Steps));
        if (State.Chooser is { } chooser)
            LayOver(ChooserPainter.Paint(chooser, Size.Width, Size.Height));
        else if (State.ShowsHelp)
            LayOver(HelpPainter.Paint(Phone, State.DigitsAreKeys, view.ShowsPause));
    }

    private Painted Beside(Size size) =>
        view.ShowsPause ? StepPainter.Paint(Phone, Phone.Steps.Pause!, size, State.Part)
        : Phone.Lesson is { } lesson ? LessonPainter.Paint(Phone, lesson, size, State)
        : BootPainter.Paint(Phone, size.Width, size.Height, State);

    private void Lay(int x, int y, Painted pane)
    {
        canvas.Put(x, y, pane.Canvas);
        places.AddRange(pane.Places.Select(place => place.Moved(x, y)));
    }

    /// <summary>In the middle; what lies below it cannot be clicked.</summary>
    private void LayOver(Painted pane)
    {
        (int x, int y) = (Math.Max(0, (Size.Width - pane.Canvas.Width) / 2), Math.Max(0, (Size.Height - pane.Canvas.Height) / 2));
        canvas.Put(x, y, pane.Canvas);
        IEnumerable<CommandPlace> covered = Enumerable.Range(0, pane.Canvas.Height).Select(row => new CommandPlace(0, row, pane.Canvas.Width, null));
        places.InsertRange(0, pane.Places.Concat(covered).Select(place => place.Moved(x, y)));
    }
}
