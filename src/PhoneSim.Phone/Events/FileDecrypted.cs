using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;

namespace PhoneSim.Phone.Events;

/// <param name="Key">Which key was used.</param>
/// <param name="Layout">Manual layouts are assumed (shared/spec/files.md 4).</param>
public sealed record FileDecrypted(DateTimeOffset Time, DeviceName Device, string File, DecryptionVerdict Verdict, DecryptionKey Key, ContainerLayout Layout)
    : PhoneEvent(Time, Device)
{
    public override string Kind => "decrypt";
}
