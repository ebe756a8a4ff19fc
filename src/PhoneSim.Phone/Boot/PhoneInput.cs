using PhoneSim.Formats;
using PhoneSim.Phone.Keypad;

namespace PhoneSim.Phone.Boot;

/// <summary>What reaches a running phone from outside: the content of its one mailbox.</summary>
public abstract record PhoneInput
{
    public sealed record KeyPressed(PhoneKey Key) : PhoneInput;

    public sealed record ResetAsked(ResetKind Kind, string Why) : PhoneInput;

    /// <param name="AuthString">Null: the operation needs none.</param>
    public sealed record LscUpdateAsked(Secret? AuthString) : PhoneInput;

    public sealed record LscStopAsked : PhoneInput;

    /// <summary>The phone is off and waits for <see cref="ResetAsked"/>: it was switched on with a key held.</summary>
    public sealed record PowerCut : PhoneInput;

    /// <summary>A wait of the menus is over.</summary>
    public sealed record ClockTicked : PhoneInput;
}
