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

    public static Painted Footer(int width, ScreenState state)
    {
        Canvas canvas = Bar(width);
        if (state.Notice.Length > 0)
        {
            canvas.Put(1, 0, state.Notice, Ink.Bar);
            return new(canvas, []);
        }

        List<CommandPlace> places = [];
        int x = 1;
        foreach ((string text, ScreenCommand? command) in Entries(state.DigitsAreKeys))
        {
            canvas.Put(x, 0, text, Ink.Bar);
            if (command is not null)
                places.Add(new(x, 0, text.Length, command));
            x += text.Length + 2;
        }

        return new(canvas, places);
    }

    private static IEnumerable<(string Text, ScreenCommand? Command)> Entries(bool digitsAreKeys) =>
    [
        ("F1 help", new ScreenCommand.Help()),
        ("F2 menu", null),
        ("^R reset", new ScreenCommand.Reset(Phone.Boot.ResetKind.Reset)),
        (digitsAreKeys ? "F8 digits: twelve keys" : "F8 digits: direct", new ScreenCommand.ToggleDigits()),
        ("^P commands", new ScreenCommand.OpenCommands()),
        ("^Q quit", new ScreenCommand.Quit()),
    ];

    private static Canvas Bar(int width)
    {
        Canvas canvas = new(width, 1);
        canvas.Fill(0, 0, width, 1, Ink.Bar);
        return canvas;
    }
}
