namespace PhoneSim.Phone.Events;

/// <param name="Number">1 for the first reset of this run.</param>
public sealed record ResetStarted(DateTimeOffset Time, DeviceName Device, int Number, string Why) : PhoneEvent(Time, Device)
{
    public override string Kind => "reset";
}
