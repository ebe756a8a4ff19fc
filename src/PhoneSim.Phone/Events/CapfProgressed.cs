using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Phone.Events;

/// <summary>A CAPF session entered its next phase.</summary>
public sealed record CapfProgressed(DateTimeOffset Time, DeviceName Device, CapfStep Step) : PhoneEvent(Time, Device)
{
    public override string Kind => "capf";
}
