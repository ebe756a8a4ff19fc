using PhoneSim.Phone.Keypad;

namespace PhoneSim.Phone.Menu;

/// <summary>Who answers the keys: the menus of a display, the voice menu, or a phone that waits for digits at power-on.</summary>
internal interface IKeyMode
{
    /// <summary>What the twelve keys type into the open field; null: none is open.</summary>
    KeypadTable? Keypad { get; }

    /// <summary>What they type after the softkey Number or Alpha; null: there is none.</summary>
    KeypadTable? OtherKeypad { get; }

    ScreenSnapshot Snapshot();

    PressResult Press(PhoneKey key);

    /// <summary>Back to rest; what was typed and not stored is gone.</summary>
    void Leave();
}
