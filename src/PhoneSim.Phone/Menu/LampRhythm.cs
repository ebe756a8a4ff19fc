namespace PhoneSim.Phone.Menu;

public enum LampRhythm
{
    Steady,
    /// <summary>On and off.</summary>
    Blinking,
    /// <summary>On one after the other with the lamps beside it.</summary>
    InTurn,
}
