using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Phone.Events;

/// <param name="Reason">Why the phone started it: <c>public-key-mismatch</c>, <c>decrypt-failed</c>, <c>user</c>.</param>
public sealed record CapfEnded(DateTimeOffset Time, DeviceName Device, string Reason, CapfResult Result) : PhoneEvent(Time, Device)
{
    public override string Kind => "capf";
}
