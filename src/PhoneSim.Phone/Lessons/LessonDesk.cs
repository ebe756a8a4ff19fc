using PhoneSim.Phone.Events;

namespace PhoneSim.Phone.Lessons;

/// <summary>Where a phone's lesson lies: the phone's loop tells it what happens, the screen looks at it. Without a lesson it does nothing.</summary>
public sealed class LessonDesk(IPhoneObserver? next = null) : IPhoneObserver, IPressObserver
{
    private readonly Lock gate = new();
    private LessonRun? run;

    /// <summary>Null: no lesson is being given.</summary>
    public LessonView? View
    {
        get
        {
            lock (gate)
                return run?.View;
        }
    }

    public void Begin(LessonRun lesson)
    {
        lock (gate)
            run = lesson;
    }

    public void OnEvent(PhoneEvent phoneEvent)
    {
        lock (gate)
            run?.OnEvent(phoneEvent);
        next?.OnEvent(phoneEvent);
    }

    public void OnPress(PressSeen press)
    {
        lock (gate)
            run?.OnPress(press);
    }
}
