using System.Drawing;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Copying;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Stepping;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;

namespace PhoneSim.Terminal;

/// <summary>The screen in a terminal: draws snapshots of the console and sends it keys.</summary>
public sealed class PhoneWindow : Runnable
{
    private readonly IPhoneConsole console;
    private readonly ScreenOptions options;
    private readonly CanvasView canvas;
    private readonly long opened;
    private Task<string?>? change;

    public PhoneWindow(IPhoneConsole console, ScreenOptions options)
    {
        (this.console, this.options, State) = (console, options, new(options.Palette) { Notice = options.Greeting });
        opened = options.Time?.GetTimestamp() ?? 0;
        (canvas, CanFocus) = (new(Execute) { Width = Dim.Fill(), Height = Dim.Fill() }, true);
        Width = Dim.Fill();
        Height = Dim.Fill();
        Add(canvas);
        ViewportChanged += (_, _) => Pump();
    }

    public ScreenState State { get; private set; }

    private TimeSpan? Moment => State.Palette == Palette.NoColour ? null : options.Time?.GetElapsedTime(opened);

    /// <summary>Takes a new snapshot and draws it.</summary>
    public void Pump()
    {
        if (change is { IsCompleted: true })
            EndChange(change);
        if (options.HasEnded())
            App?.RequestStop();
        ScreenView view = View(console.Snapshot());
        canvas.Show((view with { Moment = Moment }).Paint(), State.Palette);
        options.Seen?.Invoke(view);
    }

    protected override bool OnKeyDown(Key key)
    {
        PhoneSnapshot phone = console.Snapshot();
        ScreenCommand? command = State.ShowsHelp && key == Key.Esc ? new ScreenCommand.Close()
            : State.TakesText ? TextKeys.Find(key)
            : State.ShowsPauseOf(phone) ? StepKeys.Find(key)
            : Keyboard.Find(key, phone.Screen, phone.Profile, State.DigitsAreKeys);
        if (command is null)
            return base.OnKeyDown(key);
        Execute(command);
        return true;
    }

    private ScreenView View(PhoneSnapshot phone) => new(phone, State, new Size(Viewport.Width, Viewport.Height));

    private void Execute(ScreenCommand asked)
    {
        ScreenCommand command = asked is ScreenCommand.ScrollLog(var lines) && State.Chooser is null && State.ShowsPauseOf(console.Snapshot()) ? new ScreenCommand.MovePart(lines) : asked;
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
            case ScreenCommand.Change change:
                Begin(change);
                break;
            case ScreenCommand.Copy(var part):
                Copy(PartText.Of(part, console.Snapshot(), State.LogFilter));
                break;
            case ScreenCommand.Save(var ending):
                State = State with { Notice = options.Save?.Invoke(View(console.Snapshot()), ending) ?? "" };
                break;
            case ScreenCommand.Say(var text):
                State = State with { Notice = text };
                break;
            case ScreenCommand.Quit:
                App?.RequestStop();
                break;
            default:
                if (Choosers.OpenedBy(command, console.Snapshot(), State, options) is { } chooser)
                    State = State with { Chooser = chooser, ShowsHelp = false, IsFiltering = false };
                else
                    State = State with { Notice = StepActions.Perform(command, console) ?? State.Notice };
                break;
        }
    }

    private void Copy(string text)
    {
        string where = options.Copy?.Invoke(text) ?? "";
        State = State with { Notice = $"{text.Count(c => c == '\n')} lines copied{where}" };
    }

    private void Begin(ScreenCommand.Change asked)
    {
        if (change is not null || options.Change is not { } begin)
            return;
        change = begin(asked);
        State = State with { Notice = $"{asked.Name} is being switched on …" };
    }

    private void EndChange(Task<string?> done)
    {
        change = null;
        State = State with { Notice = done.GetAwaiter().GetResult() ?? "", LogOffset = 0 };
    }
}
