using PhoneSim.Formats;
using PhoneSim.Phone.Keypad;

namespace PhoneSim.Phone.Boot;

/// <summary>What reaches a running phone from outside: the content of its one mailbox.</summary>
public abstract record PhoneInput
{
    public sealed record KeyPressed(PhoneKey Key) : PhoneInput;

    public sealed record ResetAsked(ResetKind Kind, string Why) : PhoneInput;

    public sealed record AuthStringTyped(Secret AuthString) : PhoneInput;
}
