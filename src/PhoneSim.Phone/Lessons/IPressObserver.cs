namespace PhoneSim.Phone.Lessons;

/// <summary>Sees the keys of a phone, on its loop: must return quickly and never throw.</summary>
public interface IPressObserver
{
    void OnPress(PressSeen press);
}
