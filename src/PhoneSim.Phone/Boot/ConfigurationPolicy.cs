using PhoneSim.Formats.Configuration;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Boot;

/// <summary>What a phone does with a configuration it could read (shared/spec/boot.md 5). Pure.</summary>
/// <param name="Why">The rule, with its clause.</param>
public sealed record ConfigurationPolicy(BootTrigger Trigger, string What, string Why)
{
    private const string PublicKeyClause = "seed, Symmetric Key Encryption with Phone Public Key";

    /// <param name="encryptedIsMissing">The encrypted file was asked in this start and the server does not have it.</param>
    public static ConfigurationPolicy For(PhoneConfiguration configuration, FlashContents flash, FirmwareProfile profile, bool encryptedIsMissing)
    {
        if (configuration.FullConfig)
            return new(BootTrigger.FullConfiguration, "applies the full configuration", "fullConfig is not false (boot.md 5)");
        if (profile.Encryption.Method != EncryptionMethod.PublicKey)
            return Minimal(profile.Encryption.Method == EncryptionMethod.None
                ? "this load does not support encrypted configuration files (seed, TFTP Encrypted Configuration Files Overview)"
                : "the symmetric key is missing on the phone or not the server's (seed, TFTP Encrypted Configuration Files Tips)");
        if (!configuration.EncrConfig)
            return Minimal("encrConfig is false, so there is no encrypted file to ask for");
        return HashOf(flash) is { } own && own == configuration.CertHash ? Matching(encryptedIsMissing) : Differing(configuration.CertHash, flash);
    }

    private static string? HashOf(FlashContents flash) => flash.Certificate?.Md5;

    private static ConfigurationPolicy Minimal(string why) => new(BootTrigger.MinimalOnly, "stays with the minimal configuration and cannot register", why);

    private static ConfigurationPolicy Matching(bool encryptedIsMissing) => encryptedIsMissing
        ? Minimal("certHash is this phone's, but the server does not have the encrypted file it announces")
        : new(BootTrigger.HashMatches, "remembers that encryption is on and asks the encrypted file", $"certHash equals the MD5 of the phone's certificate ({PublicKeyClause})");

    private static ConfigurationPolicy Differing(string? certHash, FlashContents flash)
    {
        string why = (HashOf(flash), certHash) switch
        {
            (null, _) => "the phone has no certificate",
            (_, null or "") => "certHash is blank",
            (var own, var theirs) => $"certHash {theirs} is not {own}, the MD5 of the phone's {(flash.Lsc is null ? "MIC" : "LSC")}",
        };
        return new(BootTrigger.HashDiffers, "needs a CAPF session", $"{why} ({PublicKeyClause})");
    }
}
