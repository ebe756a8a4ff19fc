using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;

namespace PhoneSim.Fleet.Measure;

/// <summary>Follows one boot: when it came to rest, and how long it spent in the states that are phases of their own.</summary>
internal sealed class BootWatch(PhaseHistograms phases, TimeProvider time) : IPhoneObserver
{
    private long entered;

    /// <summary>Timestamp of the last state; what follows is the phone's leave-taking.</summary>
    public long RestedAt => entered;

    public void OnEvent(PhoneEvent phoneEvent)
    {
        if (phoneEvent is not StateEntered state)
            return;
        long now = time.GetTimestamp();
        if (PhaseEndedBy(state.Trigger) is { } phase)
            phases.Record(phase, time.GetElapsedTime(entered, now));
        entered = now;
    }

    private static Phase? PhaseEndedBy(BootTrigger trigger) => trigger switch
    {
        BootTrigger.Enrolled or BootTrigger.NotEnrolled => Phase.Capf,
        BootTrigger.Registered or BootTrigger.RegistrationFailed => Phase.Registration,
        _ => null,
    };
}
