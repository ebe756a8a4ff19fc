namespace PhoneSim.Phone.Events;

/// <param name="Number">1 for the first reset that the phone decided on itself in this run; 0: asked for from outside.</param>
public sealed record ResetStarted(DateTimeOffset Time, DeviceName Device, int Number, string Why) : PhoneEvent(Time, Device)
{
    public override string Kind => "reset";
}
