using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting;

/// <summary>The first and the last line: which phone, which server, which keys.</summary>
public static class BarPainter
{
    private const string Program = " PhoneSim ";

    public static Painted Header(PhoneSnapshot phone, int width)
    {
        Canvas canvas = Bar(width);
        string name = $" {phone.Device}  {phone.Profile.Name}";
        string server = phone.Server.Length == 0 ? "no server " : $"{phone.Server} ";
        bool hasRoom = Program.Length + name.Length + server.Length + 2 <= width;
        string left = hasRoom ? Program + name : name;
        canvas.Put(0, 0, left, Ink.Bar);
        canvas.Put(Math.Max(left.Length + 2, width - server.Length), 0, server, Ink.Bar);
        return new(canvas, []);
    }

    public static Painted Footer(int width, ScreenState state, StepView steps)
    {
        Canvas canvas = Bar(width);
        if (state.Notice.Length > 0)
        {
            canvas.Put(1, 0, state.Notice, Ink.Bar);
            return new(canvas, []);
        }

        List<CommandPlace> places = [];
        int x = 1;
        foreach ((string text, ScreenCommand? command) in steps.Pause is { } pause ? Held(pause) : Entries(state.DigitsAreKeys, steps))
        {
            canvas.Put(x, 0, text, Ink.Bar);
            if (command is not null)
                places.Add(new(x, 0, text.Length, command));
            x += text.Length + 2;
        }

        return new(canvas, places);
    }

    private static IEnumerable<(string Text, ScreenCommand? Command)> Entries(bool digitsAreKeys, StepView steps) =>
    [
        ("F1 help", new ScreenCommand.Help()),
        ("F2 menu", null),
        (steps.IsStepping ? "F5 run" : "F10 step", steps.IsStepping ? new ScreenCommand.Run() : new ScreenCommand.Step()),
        ("^R reset", new ScreenCommand.Reset(Phone.Boot.ResetKind.Reset)),
        (digitsAreKeys ? "F8 digits: keys" : "F8 digits: direct", new ScreenCommand.ToggleDigits()),
        ("^P commands", new ScreenCommand.OpenCommands()),
        ("^Q quit", new ScreenCommand.Quit()),
    ];

    private static IEnumerable<(string Text, ScreenCommand? Command)> Held(BootPause pause) =>
    [
        ("F1 help", new ScreenCommand.Help()),
        ("F10 step", new ScreenCommand.Step()),
        ("F5 run", new ScreenCommand.Run()),
        ("F9 breakpoints", new ScreenCommand.OpenBreakpoints()),
        .. pause.TakesAnswer ? [("a answer", new ScreenCommand.OpenAnswers())] : Array.Empty<(string, ScreenCommand?)>(),
        ("F6 phone", new ScreenCommand.TogglePause()),
        ("^Q quit", new ScreenCommand.Quit()),
    ];

    private static Canvas Bar(int width)
    {
        Canvas canvas = new(width, 1);
        canvas.Fill(0, 0, width, 1, Ink.Bar);
        return canvas;
    }
}
