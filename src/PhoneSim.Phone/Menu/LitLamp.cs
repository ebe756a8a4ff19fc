namespace PhoneSim.Phone.Menu;

/// <summary>A lamp that is not dark.</summary>
/// <param name="Name">One of the profile's <c>lamps</c>.</param>
public sealed record LitLamp(string Name, LampColour Colour, LampRhythm Rhythm);
