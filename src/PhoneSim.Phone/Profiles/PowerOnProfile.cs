using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Profiles;

/// <summary>What a key held while the power comes on leads to (shared/spec/phone-ui.md 7). Nothing held, another key, a wrong digit, silence: the phone starts as always.</summary>
public sealed record PowerOnProfile
{
    public static PowerOnProfile None { get; } = new();

    public IReadOnlyList<PowerOnSequence> Sequences { get; init; } = [];

    /// <summary>Silence this long ends the waiting.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A wrong digit begins the sequence again instead of starting the phone (8961, 9951, 9971).</summary>
    public bool WrongDigitBeginsAgain { get; init; }

    /// <summary>Lamps while the phone waits for the first digit, while digits come, and once a sequence is whole.</summary>
    public IReadOnlyList<LitLamp> Held { get; init; } = [];

    public IReadOnlyList<LitLamp> Typing { get; init; } = [];

    public IReadOnlyList<LitLamp> Accepted { get; init; } = [];
}
