using System.Globalization;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>The line keys at their side of the display, with their lamps.</summary>
internal static class LineKeyPainter
{
    /// <summary>The lamp that stands for those of all line keys.</summary>
    public const string Lamp = "lines";

    private static readonly ScreenCommand NoCalls = new ScreenCommand.Say("Line keys do nothing here: the simulator makes no calls");

    public static void Paint(FaceDrawing face, PhoneSnapshot phone, FaceLayout layout)
    {
        for (int i = 0; i < layout.LineKeysLeft; i++)
            PaintKey(face, phone, i, 0, layout.LineKey(i));
        for (int i = 0; i < layout.LineKeysRight; i++)
            PaintKey(face, phone, layout.LineKeysLeft + i, layout.DisplayRight + 1, layout.LineKey(i));
    }

    /// <summary>The first one is lit while the phone is ready, unless the phone lights them all.</summary>
    private static void PaintKey(FaceDrawing face, PhoneSnapshot phone, int index, int gutter, (int X, int Line) place)
    {
        LitLamp? lamp = phone.Screen.Lamps.FirstOrDefault(lit => lit.Name == Lamp) ?? (index == 0 && phone.State == BootState.Ready ? new(Lamp, LampColour.Green, LampRhythm.Steady) : null);
        (char sign, Ink ink) = face.Lamps.Of(lamp, new(index, phone.Profile.Screen.LineKeys), ('□', '■'));
        face.Key(gutter + place.X, face.Row + 1 + place.Line, $"{sign}{(index + 1).ToString(CultureInfo.InvariantCulture)}", NoCalls, ink);
    }
}
