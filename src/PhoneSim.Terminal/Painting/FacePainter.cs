using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting;

/// <summary>The phone itself: display, softkeys, lamps, keypad, navigation, hard keys.</summary>
public sealed class FacePainter
{
    private const int Narrowest = 40;
    private const int KeyWidth = 6;

    private static readonly string[] KeypadCaps = ["[1   ]", "[2abc]", "[3def]", "[4ghi]", "[5jkl]", "[6mno]", "[7pqrs", "[8tuv]", "[9wxyz", "[ *  ]", "[ 0  ]", "[ #  ]"];

    private readonly Canvas canvas;
    private readonly PhoneSnapshot phone;
    private readonly List<CommandPlace> places = [];
    private int row;

    private FacePainter(PhoneSnapshot phone, int height) => (this.phone, canvas) = (phone, new(WidthOf(phone.Profile), height));

    private ScreenProfile Display => phone.Profile.Screen;

    /// <summary>Columns the phone needs.</summary>
    public static int WidthOf(FirmwareProfile profile) => Math.Max(Narrowest, profile.Screen.Columns + 2);

    public static Painted Paint(PhoneSnapshot phone, int height)
    {
        FacePainter painter = new(phone, height);
        painter.PaintAll();
        return new(painter.canvas, painter.places);
    }

    private void PaintAll()
    {
        if (Display.Columns == 0)
            PaintTranscript();
        else
            PaintDisplay();
        PaintLamps();
        PaintLineKeys();
        PaintKeypad();
        PaintHardKeys();
    }

    private void PaintDisplay()
    {
        ScreenLines lines = ScreenLines.Of(phone.Screen, Display);
        canvas.Frame(0, row, Display.Columns + 2, Display.Rows + 4, Ink.Quiet);
        canvas.Put(1, row + 1, lines.Title, Ink.LcdTitle);
        for (int i = 0; i < lines.Body.Count; i++)
            canvas.Put(1, row + 2 + i, lines.Body[i], i == lines.Selected ? Ink.LcdSelected : i == lines.StatusLine ? Ink.LcdStatus : Ink.Lcd);
        canvas.Put(1, row + 2 + Display.Rows, lines.Softkeys, Ink.LcdTitle);
        row += Display.Rows + 4;
        PaintSoftkeys();
    }

    private void PaintSoftkeys()
    {
        for (int i = 0; i < Display.SoftkeyCount; i++)
        {
            (int start, int width) = ScreenLines.SoftkeyPlace(i, Display);
            string cap = $"[ {Keyboard.SoftkeyLetters[i]} ]";
            int x = 1 + start + Math.Max(0, (width - cap.Length) / 2);
            canvas.Put(x, row, cap, Ink.Key);
            places.Add(new(1 + start, row - 2, width, Press(new PhoneKey.Softkey(i))));
            places.Add(new(x, row, cap.Length, Press(new PhoneKey.Softkey(i))));
        }

        row++;
    }

    /// <summary>A phone without display: what its voice menu would say.</summary>
    private void PaintTranscript()
    {
        canvas.Put(0, row, $"{phone.Profile.Model}: no display", Ink.Heading);
        foreach (string line in phone.Screen.Rows.Select(r => r.Label).Append(phone.Screen.Status).Where(line => line.Length > 0))
            canvas.Put(0, ++row, line);
        row += 2;
    }

    private void PaintLamps()
    {
        int x = 0;
        foreach (string lamp in Display.Lamps)
        {
            bool lit = phone.Screen.Lamps.Any(lit => lit.Name == lamp);
            string text = $"{(lit ? '●' : '○')} {lamp}";
            canvas.Put(x, row, text, lit ? Ink.Bad : Ink.Quiet);
            x += text.Length + 2;
        }

        row++;
    }

    /// <summary>Shown, not pressed: the simulator makes no calls. The first one is lit while the phone is ready.</summary>
    private void PaintLineKeys()
    {
        if (Display.LineKeys == 0)
            return;
        bool lit = phone.State == BootState.Ready;
        canvas.Put(0, row, lit ? "■ line 1" : "□ line 1", lit ? Ink.Good : Ink.Quiet);
        if (Display.LineKeys > 1)
            canvas.Put(10, row, $"□ {(Display.LineKeys > 2 ? "2 … " : "")}{Display.LineKeys}", Ink.Quiet);
        row++;
    }

    private void PaintKeypad()
    {
        for (int i = 0; i < KeypadCaps.Length; i++)
            Key(i % 3 * (KeyWidth + 1), row + i / 3, KeypadCaps[i], Press(new PhoneKey.Digit("123456789*0#"[i])));
        Key(27, row, "[  ^  ]", Navigate(NavigationKey.Up));
        Key(22, row + 1, "[ < ]", Navigate(NavigationKey.Left));
        Key(27, row + 1, "[select]", Navigate(NavigationKey.Select));
        Key(35, row + 1, "[ > ]", Navigate(NavigationKey.Right));
        Key(27, row + 2, "[  v  ]", Navigate(NavigationKey.Down));
        Key(22, row + 3, "[back]", Navigate(NavigationKey.Back));
        Key(29, row + 3, "[Reset ^R]", new ScreenCommand.Reset(ResetKind.Reset));
        row += 4;
    }

    private void PaintHardKeys()
    {
        int x = 0;
        foreach (string name in Display.HardKeys)
        {
            string cap = $"[{name}]";
            if (x + cap.Length > canvas.Width)
                (x, row) = (0, row + 1);
            Key(x, row, cap, Press(new PhoneKey.Hard(name)));
            x += cap.Length + 1;
        }
    }

    private void Key(int x, int y, string cap, ScreenCommand command)
    {
        canvas.Put(x, y, cap, Ink.Key);
        places.Add(new(x, y, cap.Length, command));
    }

    private static ScreenCommand.Press Press(PhoneKey key) => new(key);

    private static ScreenCommand.Press Navigate(NavigationKey key) => new(new PhoneKey.Navigation(key));
}
