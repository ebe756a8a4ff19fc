namespace PhoneSim.Phone.Boot;

/// <summary>The mailbox of a phone that stays on, for the parts of it that work beside its loop.</summary>
public interface IPhoneInbox
{
    /// <summary>From any thread; never blocks.</summary>
    void Post(PhoneInput input);

    /// <summary>A part ran into a defect: the phone ends with it.</summary>
    void Fail(Exception defect);
}
