using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Phone.Flash;

/// <summary>A flash that ends with the process: for fleets and tests.</summary>
public sealed class MemoryFlash(FlashContents contents) : IFlash
{
    public FlashContents Contents { get; private set; } = contents;

    public void SetSymmetricKey(SymmetricKey? key) => Contents = Contents with { SymmetricKey = key };

    public void SetCtl(TrustList? list) => Contents = Contents with { Ctl = list };

    public void SetItl(TrustList? list) => Contents = Contents with { Itl = list };

    public void SetConfiguration(StoredConfiguration? configuration) => Contents = Contents with { Configuration = configuration };

    public void SetDigestCredentials(DigestCredentials? credentials) => Contents = Contents with { DigestCredentials = credentials };

    public void SetSettings(FlashSettings settings) => Contents = Contents with { Settings = settings };

    public void SetMic(DeviceCertificate? mic) => Contents = Contents with { Mic = mic };

    public void SetLsc(DeviceCertificate? lsc) => Contents = Contents with { Lsc = lsc };

    public void SetStatusMessages(IReadOnlyList<StatusMessage> messages) => Contents = Contents with { StatusMessages = messages };
}
