using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Keypad;

namespace PhoneSim.Phone.Lessons;

/// <summary>Where the power goes: at rest, or while a reset is under way. Sees the power-on with a key held; that the whole program ends, nobody sees.</summary>
internal sealed class PowerMoments
{
    private bool isResetting;

    public void Follow(PhoneEvent phoneEvent) => isResetting = phoneEvent switch
    {
        ResetStarted => true,
        StateEntered { State: BootState.Ready or BootState.Stopped or BootState.AwaitingAuthString } => false,
        _ => isResetting,
    };

    /// <returns>Null: the power stays.</returns>
    public LessonMoment? Of(PressSeen press) => press.Key is PhoneKey.PowerOn ? new("power-cut", isResetting ? "reset" : "rest") : null;
}
