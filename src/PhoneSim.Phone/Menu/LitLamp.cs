namespace PhoneSim.Phone.Menu;

/// <summary>A lamp that is not dark.</summary>
/// <param name="Name">One of the profile's <c>lamps</c>.</param>
public sealed record LitLamp(string Name, LampColour Colour, LampRhythm Rhythm)
{
    /// <summary>In words: <c>lines amber in turn</c>.</summary>
    public override string ToString() => $"{Name} {Colour} {(Rhythm == LampRhythm.InTurn ? "in turn" : Rhythm)}".ToLowerInvariant();
}
