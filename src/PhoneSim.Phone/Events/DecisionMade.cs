namespace PhoneSim.Phone.Events;

/// <summary>What the phone decided and the rule it followed.</summary>
/// <param name="What">A sentence without a full stop.</param>
/// <param name="Why">The rule, with the clause of the seed or the specification it stands on.</param>
public sealed record DecisionMade(DateTimeOffset Time, DeviceName Device, string What, string Why) : PhoneEvent(Time, Device)
{
    public override string Kind => "decision";
}
