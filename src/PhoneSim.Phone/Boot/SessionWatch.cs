using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;

namespace PhoneSim.Phone.Boot;

/// <summary>Turns the steps of the CAPF session into events.</summary>
internal sealed class SessionWatch(BootContext phone) : ICapfObserver
{
    public void OnStep(CapfStep step)
    {
        phone.SessionPhase = step.Phase;
        phone.Emit(new CapfProgressed(phone.Now, phone.Device, step));
    }
}
