using PhoneSim.Phone.Registration;

namespace PhoneSim.Phone.Events;

/// <summary>The phone and a call manager came one step further.</summary>
public sealed record RegistrationProgressed(DateTimeOffset Time, DeviceName Device, RegistrationStep Step) : PhoneEvent(Time, Device)
{
    public override string Kind => "register";
}
