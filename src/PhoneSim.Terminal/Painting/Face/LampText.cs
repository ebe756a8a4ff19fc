using PhoneSim.Phone.Menu;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>A lamp as a character in its colour: lit or dark by its rhythm, or standing still as a sign of the rhythm.</summary>
/// <param name="moment">Where the rhythms are; null: they stand still.</param>
internal sealed class LampText(TimeSpan? moment)
{
    private const char Blinking = '◐';
    private const char InTurn = '◌';

    /// <summary>How long a lamp that blinks is on; no source tells, our choice.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(400);

    /// <param name="lamp">Null: dark.</param>
    /// <param name="place">Its place among the lamps that light one after the other.</param>
    /// <param name="signs">When it is dark, when it is lit.</param>
    public (char Sign, Ink Ink) Of(LitLamp? lamp, LampPlace place, (char Dark, char Lit) signs)
    {
        if (lamp is null)
            return (signs.Dark, Ink.Quiet);
        if (moment is null && lamp.Rhythm != LampRhythm.Steady)
            return (lamp.Rhythm == LampRhythm.Blinking ? Blinking : InTurn, InkOf(lamp.Colour));
        return IsLit(lamp.Rhythm, place) ? (signs.Lit, InkOf(lamp.Colour)) : (signs.Dark, Ink.Quiet);
    }

    private bool IsLit(LampRhythm rhythm, LampPlace place)
    {
        long beat = moment.GetValueOrDefault().Ticks / Beat.Ticks;
        return rhythm switch
        {
            LampRhythm.Steady => true,
            LampRhythm.InTurn when place.Count > 1 => beat % place.Count == place.Index,
            _ => beat % 2 == 0,
        };
    }

    private static Ink InkOf(LampColour colour) => colour switch
    {
        LampColour.Green => Ink.Good,
        LampColour.Amber => Ink.Warning,
        _ => Ink.Bad,
    };
}
