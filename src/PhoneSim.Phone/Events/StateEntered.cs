using PhoneSim.Phone.Boot;

namespace PhoneSim.Phone.Events;

public sealed record StateEntered(DateTimeOffset Time, DeviceName Device, BootState From, BootTrigger Trigger, BootState State) : PhoneEvent(Time, Device)
{
    public override string Kind => "state";
}
