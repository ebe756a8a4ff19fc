using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Keypad;

/// <summary>A phone whose keys a <see cref="KeyPresser"/> presses.</summary>
public interface IKeyTarget
{
    ScreenSnapshot Screen { get; }

    /// <summary>What the twelve keys type into the open field; null: none is open.</summary>
    KeypadTable? Keypad { get; }

    /// <summary>What they type after the softkey Number or Alpha; null: there is none.</summary>
    KeypadTable? OtherKeypad { get; }

    PressResult Press(PhoneKey key);

    /// <summary>Ends when what the last key set going has ended: a reset, a CAPF session.</summary>
    Task SettleAsync(CancellationToken cancellation);

    Task ResetAsync(CancellationToken cancellation);
}
