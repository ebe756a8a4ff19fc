using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Copying;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Painting;
using PhoneSim.Terminal.Stepping;
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
    private readonly ScreenOptions options;
    private readonly CanvasView header;
    private readonly CanvasView face;
    private readonly CanvasView boot;
    private readonly CanvasView footer;
    private readonly CanvasView over;
    private readonly CanvasView tooSmall;
    private Task<string?>? change;

    public PhoneWindow(IPhoneConsole console, ScreenOptions options)
    {
        (this.console, this.options, State) = (console, options, new(options.Palette));
        CanFocus = true;
        Width = Dim.Fill();
        Height = Dim.Fill();
        (header, face, boot, footer, over, tooSmall) = (Pane(), Pane(), Pane(), Pane(), Pane(), Pane());
        Add(header, face, boot, footer, over, tooSmall);
        ViewportChanged += (_, _) => Draw(console.Snapshot());
    }

    public ScreenState State { get; private set; }

    /// <summary>Takes a new snapshot and draws it.</summary>
    public void Pump()
    {
        if (change is { IsCompleted: true })
            EndChange(change);
        Draw(console.Snapshot());
    }

    protected override bool OnKeyDown(Key key)
    {
        PhoneSnapshot phone = console.Snapshot();
        ScreenCommand? command = State.ShowsHelp && key == Key.Esc ? new ScreenCommand.Close()
            : State.TakesText ? TextKeys.Find(key)
            : ShowsPause(phone) ? StepKeys.Find(key)
            : Keyboard.Find(key, phone.Screen, phone.Profile, State.DigitsAreKeys);
        if (command is null)
            return base.OnKeyDown(key);
        Execute(command);
        return true;
    }

    private bool ShowsPause(PhoneSnapshot phone) => phone.Steps.Pause is not null && !State.HidesPause;

    private CanvasView Pane() => new(Execute);

    private void Execute(ScreenCommand asked)
    {
        ScreenCommand command = asked is ScreenCommand.ScrollLog(var lines) && State.Chooser is null && ShowsPause(console.Snapshot()) ? new ScreenCommand.MovePart(lines) : asked;
        Chooser? open = State.Chooser;
        State = State.After(command);
        if (open is not null && command is ScreenCommand.AcceptText)
            Choose(open.Chosen?.Command);
        else
            Perform(command);
        Pump();
    }

    private void Choose(ScreenCommand? command)
    {
        if (command is null)
            return;
        State = State.After(command);
        Perform(command);
    }

    /// <summary>What a command does beside changing how the screen looks.</summary>
    private void Perform(ScreenCommand command)
    {
        switch (command)
        {
            case ScreenCommand.Press(var key):
                console.Press(key);
                break;
            case ScreenCommand.Reset(var kind):
                console.Reset(kind);
                break;
            case ScreenCommand.OpenBreakpoints:
                Open(StepChoosers.Breakpoints(console.Snapshot()));
                break;
            case ScreenCommand.OpenAnswers when console.Snapshot().Steps.Pause is { TakesAnswer: true } pause:
                Open(StepChoosers.Answers(pause, State.Part));
                break;
            case ScreenCommand.OpenCommands:
                Open(Choosers.Commands(console.Snapshot(), options));
                break;
            case ScreenCommand.OpenCopies:
                Open(Choosers.Copies());
                break;
            case ScreenCommand.OpenProfiles when options.Profiles is { } profiles:
                Open(Choosers.Profiles(profiles()));
                break;
            case ScreenCommand.ChangeProfile(var name):
                BeginChange(name, options.ChangeProfile);
                break;
            case ScreenCommand.StartLesson(var name):
                BeginChange(name, options.StartLesson);
                break;
            case ScreenCommand.Copy(var part):
                Copy(PartText.Of(part, console.Snapshot(), State.LogFilter));
                break;
            case ScreenCommand.Quit:
                App?.RequestStop();
                break;
            default:
                State = State with { Notice = StepActions.Perform(command, console) ?? State.Notice };
                break;
        }
    }

    private void Open(Chooser chooser) => State = State with { Chooser = chooser, ShowsHelp = false, IsFiltering = false };

    private void Copy(string text)
    {
        options.Copy?.Invoke(text);
        State = State with { Notice = $"{text.Count(c => c == '\n')} lines copied" };
    }

    private void BeginChange(string name, Func<string, Task<string?>>? start)
    {
        if (change is not null || start is null)
            return;
        change = start(name);
        State = State with { Notice = $"{name} is being switched on …" };
    }

    private void EndChange(Task<string?> done)
    {
        change = null;
        State = State with { Notice = done.GetAwaiter().GetResult() ?? "", LogOffset = 0 };
    }

    private void Draw(PhoneSnapshot phone)
    {
        (int width, int height) = (Viewport.Width, Viewport.Height);
        bool fits = width >= Narrowest && height >= Lowest;
        foreach (CanvasView pane in (CanvasView[])[header, face, boot, footer])
            pane.Visible = fits;
        over.Visible = fits && (State.ShowsHelp || State.Chooser is not null);
        tooSmall.Visible = !fits;
        if (fits)
            DrawPanes(phone, width, height);
        else
            DrawTooSmall(width, height);
    }

    private void DrawPanes(PhoneSnapshot phone, int width, int height)
    {
        int faceWidth = FacePainter.WidthOf(phone.Profile);
        bool isHeld = ShowsPause(phone);
        bool showsFace = !isHeld || width - faceWidth >= StepPainter.Narrowest;
        face.Visible = showsFace;
        int left = showsFace ? faceWidth + 1 : 0;
        Place(header, 0, 0, BarPainter.Header(phone, width));
        if (showsFace)
            Place(face, 0, 1, FacePainter.Paint(phone, height - 2));
        Place(boot, left, 1, isHeld ? StepPainter.Paint(phone, phone.Steps.Pause!, new(width - left, height - 2), State.Part) : Beside(phone, width - left - 1, height - 2));
        Place(footer, 0, height - 1, BarPainter.Footer(width, State, phone.Steps));
        if (!over.Visible)
            return;
        Painted painted = State.Chooser is { } chooser ? ChooserPainter.Paint(chooser, width, height) : HelpPainter.Paint(phone, State.DigitsAreKeys, ShowsPause(phone));
        Place(over, Math.Max(0, (width - painted.Canvas.Width) / 2), Math.Max(0, (height - painted.Canvas.Height) / 2), painted);
    }

    private Painted Beside(PhoneSnapshot phone, int width, int height) =>
        phone.Lesson is { } lesson ? LessonPainter.Paint(phone, lesson, new(width, height), State) : BootPainter.Paint(phone, width, height, State);

    private void DrawTooSmall(int width, int height)
    {
        Canvas canvas = new(width, Math.Max(1, height));
        canvas.Put(0, 0, $"Terminal too small: {Narrowest} x {Lowest} needed", Ink.Warning);
        Place(tooSmall, 0, 0, new(canvas, []));
    }

    private void Place(CanvasView pane, int x, int y, Painted painted)
    {
        (pane.X, pane.Y, pane.Width, pane.Height) = (x, y, painted.Canvas.Width, painted.Canvas.Height);
        pane.Show(painted, State.Palette);
    }
}
