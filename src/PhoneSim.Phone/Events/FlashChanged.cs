using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Events;

/// <param name="What">In words, without secrets.</param>
public sealed record FlashChanged(DateTimeOffset Time, DeviceName Device, FlashItem Item, string What) : PhoneEvent(Time, Device)
{
    public override string Kind => "flash";
}
