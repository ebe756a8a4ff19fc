namespace PhoneSim.Phone.Events;

/// <summary>Receives events on the phone's own loop: it must return quickly and never throw.</summary>
public interface IPhoneObserver
{
    void OnEvent(PhoneEvent phoneEvent);
}
