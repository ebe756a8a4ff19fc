using PhoneSim.Formats.Configuration;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Boot;

/// <summary>Putting a full configuration into use: flash, credentials, password, remembered flag; or falling back on the one in flash.</summary>
public sealed class Application(BootContext phone)
{
    public BootTrigger Apply()
    {
        ConfigurationFinding finding = phone.Findings.Configuration!;
        PhoneConfiguration configuration = finding.Configuration!;
        phone.Flash.SetConfiguration(new(finding.File, configuration));
        phone.Changed(FlashItem.Configuration, $"{finding.File} stored as the last good configuration");
        KeepCredentials(configuration);
        KeepSettings(configuration);
        phone.Status(Texts.ConfigInUse, finding.File);
        return BootTrigger.Applied;
    }

    public BootTrigger UseCached()
    {
        if (phone.Contents.Configuration is not { } stored)
        {
            phone.Decide("has no configuration to fall back on", "nothing usable came and flash holds none");
            return BootTrigger.NothingCached;
        }

        phone.Findings.FromFlash = true;
        phone.Status(Texts.ConfigFromFlash, stored.FileName);
        phone.Decide($"goes on with the last good configuration ({stored.FileName}) from flash", "nothing usable came (boot.md 5, observed)");
        return BootTrigger.Applied;
    }

    /// <summary>Seed, Tips: credentials in flash remain until new ones, blank ones included, are received, on the phones that retain them.</summary>
    private void KeepCredentials(PhoneConfiguration configuration)
    {
        DigestCredentials? kept = configuration.DigestCredentials ?? (phone.Profile.Encryption.RetainsDigestCredentials ? phone.Contents.DigestCredentials : null);
        phone.Findings.CredentialsFromFile = configuration.DigestCredentials is not null;
        if (kept == phone.Contents.DigestCredentials)
            return;
        phone.Flash.SetDigestCredentials(kept);
        phone.Changed(FlashItem.DigestCredentials, kept is null ? "digest credentials removed" : kept.IsBlank ? "digest credentials blanked" : "digest credentials stored");
    }

    private void KeepSettings(PhoneConfiguration configuration)
    {
        FlashSettings old = phone.Contents.Settings;
        FlashSettings settings = old with
        {
            Password = configuration.PhonePassword ?? old.Password,
            EncryptedConfig = phone.Profile.Encryption.Method == EncryptionMethod.PublicKey && configuration.EncrConfig,
        };
        if (settings == old)
            return;
        phone.Flash.SetSettings(settings);
        phone.Changed(FlashItem.Settings, settings.EncryptedConfig ? "settings stored, encryption is on" : "settings stored, encryption is off");
    }
}
