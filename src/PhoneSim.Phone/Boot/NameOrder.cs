using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>Which configuration name a phone asks first, and why.</summary>
/// <param name="Rule">Words for a user, with the clause they stand on.</param>
public sealed record NameOrder(BootTrigger First, string Rule)
{
    public static NameOrder For(FirmwareProfile profile, FlashContents flash) => profile.Encryption.Method switch
    {
        EncryptionMethod.Manual when flash.SymmetricKey is not null =>
            new(BootTrigger.AskEncrypted, "a symmetric key is in flash, so the phone always requests the encrypted file (seed, Manual Key Distribution)"),
        EncryptionMethod.PublicKey when flash.Settings.EncryptedConfig && flash.Certificate is not null =>
            new(BootTrigger.AskEncrypted, "encrConfig was true and the phone has a certificate (seed, Symmetric Key Encryption with Phone Public Key)"),
        _ => WithoutEncryption(profile, flash),
    };

    private static NameOrder WithoutEncryption(FirmwareProfile profile, FlashContents flash)
    {
        if (profile.Signing.Behaviour == SigningBehaviour.None)
            return new(BootTrigger.AskPlain, "this load does not ask signed files (profile: file signing no)");
        return new TrustStore(flash).HasTftpCertificate
            ? new(BootTrigger.AskSigned, "a trust list in flash holds a TFTP certificate (boot.md 3)")
            : new(BootTrigger.AskPlain, "no trust list in flash holds a TFTP certificate (boot.md 3, observed)");
    }
}
