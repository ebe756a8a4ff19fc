using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>Lamps, the twelve keys, the navigation keys the phone has, its hard keys.</summary>
internal static class KeyPainter
{
    private const string Symbols = "123456789*0#";
    private const int KeysInARow = 3;
    private const int KeyPitch = 7;

    private static readonly string[] Caps = ["[1   ]", "[2abc]", "[3def]", "[4ghi]", "[5jkl]", "[6mno]", "[7pqrs", "[8tuv]", "[9wxyz", "[ *  ]", "[ 0  ]", "[ #  ]"];

    private static readonly Dictionary<NavigationKey, (int X, int Line, string Cap)> Navigation = new()
    {
        [NavigationKey.Up] = (27, 0, "[  ^  ]"),
        [NavigationKey.Left] = (22, 1, "[ < ]"),
        [NavigationKey.Select] = (27, 1, "[select]"),
        [NavigationKey.Right] = (35, 1, "[ > ]"),
        [NavigationKey.Down] = (27, 2, "[  v  ]"),
        [NavigationKey.Back] = (22, 3, "[back]"),
    };

    public static void Paint(FaceDrawing face, PhoneSnapshot phone, FaceLayout layout)
    {
        PaintLamps(face, phone, phone.Profile.Screen.Lamps.Where(name => name != LineKeyPainter.Lamp || layout.LineKeysLeft + layout.LineKeysRight == 0));
        for (int i = 0; i < Symbols.Length; i++)
            face.Key(i % KeysInARow * KeyPitch, face.Row + (i / KeysInARow), Caps[i], Press(new PhoneKey.Digit(Symbols[i])));
        foreach (NavigationKey key in phone.Profile.Screen.Navigation)
            face.Key(Navigation[key].X, face.Row + Navigation[key].Line, Navigation[key].Cap, Press(new PhoneKey.Navigation(key)));
        face.Key(29, face.Row + 3, "[Reset ^R]", new ScreenCommand.Reset(ResetKind.Reset));
        face.Row += Symbols.Length / KeysInARow;
        face.Flow(phone.Profile.Screen.HardKeys.Select(name => $"[{name}]"), 1, (x, y, cap) => face.Key(x, y, cap, Press(new PhoneKey.Hard(cap[1..^1]))));
    }

    private static void PaintLamps(FaceDrawing face, PhoneSnapshot phone, IEnumerable<string> names) => face.Flow(names.Select(name => $"○{name}"), 2, (x, y, word) =>
    {
        LitLamp? lamp = phone.Screen.Lamps.FirstOrDefault(lit => lit.Name == word[1..]);
        (char sign, Ink ink) = face.Lamps.Of(lamp, PlaceOf(lamp, phone.Screen.Lamps), ('○', '●'));
        face.Canvas.Put(x, y, sign + word[1..], ink);
    });

    private static LampPlace PlaceOf(LitLamp? lamp, IReadOnlyList<LitLamp> lit)
    {
        List<LitLamp> inTurn = [.. lit.Where(one => one.Rhythm == LampRhythm.InTurn)];
        return new(lamp is null ? -1 : inTurn.IndexOf(lamp), inTurn.Count);
    }

    private static ScreenCommand.Press Press(PhoneKey key) => new(key);
}
