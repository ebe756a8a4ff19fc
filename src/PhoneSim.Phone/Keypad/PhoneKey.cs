namespace PhoneSim.Phone.Keypad;

/// <summary>A key a user can press, or text typed on a PC keyboard.</summary>
public abstract record PhoneKey
{
    /// <param name="Symbol"><c>0</c> … <c>9</c>, <c>*</c>, <c>#</c>.</param>
    public sealed record Digit(char Symbol) : PhoneKey;

    public sealed record Navigation(NavigationKey Key) : PhoneKey;

    /// <summary>By position, 0 is the leftmost.</summary>
    public sealed record Softkey(int Index) : PhoneKey;

    /// <summary>A key printed with a word, e.g. <c>settings</c>, <c>applications</c>, <c>messages</c>.</summary>
    public sealed record Hard(string Name) : PhoneKey;

    /// <summary>A character from a PC keyboard: goes into an entry field as it is, past the multi-tap.</summary>
    public sealed record Typed(char Character) : PhoneKey;

    /// <summary>Keys pressed together.</summary>
    /// <param name="Keys">Words of <c>phonesim press</c>, joined by <c>+</c> in the order the profile has them: <c>*+#+0</c>.</param>
    public sealed record Chord(string Keys) : PhoneKey;

    /// <summary>The power is cut and comes back while a key is held: see the profile's <c>powerOn</c>.</summary>
    /// <param name="Held"><c>#</c> or <c>*</c>.</param>
    public sealed record PowerOn(char Held) : PhoneKey;
}

public enum NavigationKey
{
    Up,
    Down,
    Left,
    Right,
    Select,
    Back,
}
