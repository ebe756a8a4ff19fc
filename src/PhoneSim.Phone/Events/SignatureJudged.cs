using PhoneSim.Formats;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Events;

/// <param name="Signer">Subject of the signer as the file's header names it; null: the file names none.</param>
/// <param name="SignerSerial">Lower-case hex; empty when there is none.</param>
public sealed record SignatureJudged(DateTimeOffset Time, DeviceName Device, string File, SignatureVerdict Verdict, string? Signer, string SignerSerial, DigestAlgorithm? Digest)
    : PhoneEvent(Time, Device)
{
    public override string Kind => "trust";
}
