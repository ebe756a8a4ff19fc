using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting;

/// <summary>The first and the last line: which phone, which server, which keys.</summary>
public static class BarPainter
{
    public static Painted Header(PhoneSnapshot phone, int width)
    {
        Canvas canvas = Bar(width);
        string left = $" PhoneSim  {phone.Device}  {phone.Profile.Name}";
        string right = phone.Server.Length == 0 ? "no server " : $"{phone.Server} ";
        canvas.Put(0, 0, left, Ink.Bar);
        canvas.Put(Math.Max(left.Length + 2, width - right.Length), 0, right, Ink.Bar);
        return new(canvas, []);
    }

    public static Painted Footer(int width, bool digitsAreKeys)
    {
        Canvas canvas = Bar(width);
        List<CommandPlace> places = [];
        int x = 1;
        foreach ((string text, ScreenCommand? command) in Entries(digitsAreKeys))
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
        ("F7 colours", new ScreenCommand.NextPalette()),
        ("^Q quit", new ScreenCommand.Quit()),
    ];

    private static Canvas Bar(int width)
    {
        Canvas canvas = new(width, 1);
        canvas.Fill(0, 0, width, 1, Ink.Bar);
        return canvas;
    }
}
