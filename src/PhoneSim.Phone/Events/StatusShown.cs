using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Events;

/// <summary>A line was added to the phone's status messages.</summary>
public sealed record StatusShown(DateTimeOffset Time, DeviceName Device, string Text, TextSource Source) : PhoneEvent(Time, Device)
{
    public override string Kind => "status";
}
