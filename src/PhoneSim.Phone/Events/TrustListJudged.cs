using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Events;

/// <param name="Signer">Subject of the signer as the list's header names it; null when there is none.</param>
/// <param name="SignerSerial">Lower-case hex; empty when there is none.</param>
/// <param name="Detail">For malformed lists: where and what.</param>
public sealed record TrustListJudged(DateTimeOffset Time, DeviceName Device, string File, TrustListVerdict Verdict, string? Signer, string SignerSerial, string? Detail)
    : PhoneEvent(Time, Device)
{
    public override string Kind => "trust";
}
