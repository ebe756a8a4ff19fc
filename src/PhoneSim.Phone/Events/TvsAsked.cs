using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Events;

/// <param name="About">What the certificate is for, e.g. the file whose signer it is.</param>
public sealed record TvsAsked(DateTimeOffset Time, DeviceName Device, string About, TvsVerdict Verdict) : PhoneEvent(Time, Device)
{
    public override string Kind => "tvs";
}
