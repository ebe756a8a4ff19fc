namespace PhoneSim.Phone.Enrolment;

/// <summary>Called by the session as it goes: it must return quickly and never throw.</summary>
public interface ICapfObserver
{
    void OnStep(CapfStep step);
}
