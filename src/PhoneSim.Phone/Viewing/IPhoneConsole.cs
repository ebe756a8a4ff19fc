using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Stepping;

namespace PhoneSim.Phone.Viewing;

/// <summary>A running phone as a screen sees it. From any thread; nothing here blocks or throws.</summary>
public interface IPhoneConsole
{
    /// <summary>Changes with every key press, event and tick of the clock; cheap enough for twenty calls a second.</summary>
    PhoneSnapshot Snapshot();

    /// <summary>Puts the key into the phone's mailbox.</summary>
    void Press(PhoneKey key);

    void Reset(ResetKind kind);

    /// <summary>Holds the boot and lets it go on.</summary>
    StepDesk Steps { get; }
}
