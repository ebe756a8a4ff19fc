using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Phone.Flash;

/// <summary>One device's flash. A setter returns after the item is durable; null removes the item. Used from the phone's own loop only.</summary>
public interface IFlash
{
    /// <summary>The contents as of the last setter; cheap.</summary>
    FlashContents Contents { get; }

    void SetSymmetricKey(SymmetricKey? key);

    void SetCtl(TrustList? list);

    void SetItl(TrustList? list);

    void SetConfiguration(StoredConfiguration? configuration);

    void SetDigestCredentials(DigestCredentials? credentials);

    void SetSettings(FlashSettings settings);

    void SetMic(DeviceCertificate? mic);

    void SetLsc(DeviceCertificate? lsc);

    void SetStatusMessages(IReadOnlyList<StatusMessage> messages);
}
