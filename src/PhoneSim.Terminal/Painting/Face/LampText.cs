using PhoneSim.Phone.Menu;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>A lamp as a character in its colour.</summary>
internal static class LampText
{
    private const char Blinking = '◐';
    private const char InTurn = '◌';

    /// <param name="lamp">Null: dark.</param>
    public static char Mark(LitLamp? lamp, char dark, char lit) => lamp?.Rhythm switch
    {
        null => dark,
        LampRhythm.Blinking => Blinking,
        LampRhythm.InTurn => InTurn,
        _ => lit,
    };

    public static Ink InkOf(LitLamp? lamp) => lamp?.Colour switch
    {
        null => Ink.Quiet,
        LampColour.Green => Ink.Good,
        LampColour.Amber => Ink.Warning,
        _ => Ink.Bad,
    };
}
