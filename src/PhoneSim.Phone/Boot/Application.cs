using PhoneSim.Formats.Configuration;
using PhoneSim.Phone.Enrolment;
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
        (phone.Findings.Failure, phone.Findings.FromFlash) = (null, false);
        phone.Flash.SetConfiguration(new(finding.File, configuration));
        phone.Changed(FlashItem.Configuration, $"{finding.File} stored as the last good configuration");
        KeepCredentials(configuration);
        KeepSettings(configuration);
        phone.Status(Texts.ConfigInUse, finding.File);
        return configuration.DeviceSecurityMode > 1 && NeedsSession() ? BootTrigger.SessionDue : BootTrigger.Applied;
    }

    /// <summary>
    /// The full configuration in use gives a reason for a session, and CAPF may be asked without the user. A secure phone asks before it registers, a non-secure one
    /// afterwards (shared/spec/boot.md 6).
    /// </summary>
    public bool NeedsSession()
    {
        if (phone.Findings.EnrolmentTried || phone.Findings.FromFlash || phone.MustWaitForAuthString || ReasonForSession() is not { } reason)
            return false;
        phone.Findings.EnrolmentReason = reason;
        return true;
    }

    /// <summary>A blank hash in a full file says nothing (assumed). A mode says that the server may have an operation waiting: it is asked once a run.</summary>
    private string? ReasonForSession() => phone.Findings.Configuration?.Configuration switch
    {
        not { FullConfig: true, CapfAuthMode: >= 1 and <= 4 } => null,
        { CertHash: { Length: > 0 } hash } when hash != phone.Contents.Certificate?.Md5 && phone.Profile.Encryption.Method == EncryptionMethod.PublicKey => EnrolmentReasons.PublicKeyMismatch,
        { CapfServers.Count: > 0 } when phone.Profile.Certificates.SupportsLsc && phone.Enrolment is not null && phone.Findings.Capf.Count == 0 => EnrolmentReasons.AuthenticationMode,
        _ => null,
    };

    public BootTrigger UseCached()
    {
        if (phone.Contents.Configuration is not { } stored)
        {
            phone.Decide("has no configuration to fall back on", "nothing usable came and flash holds none");
            return BootTrigger.NothingCached;
        }

        if (phone.Findings is { Failure: null, Configuration.Configuration.FullConfig: true })
            return BootTrigger.Applied;
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
