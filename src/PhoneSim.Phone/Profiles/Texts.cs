namespace PhoneSim.Phone.Profiles;

/// <summary>Ids of the texts every profile defines (the base profile does, families override).</summary>
public static class Texts
{
    public const string ConfigNotFound = "config-not-found";
    public const string CtlNotFound = "ctl-not-found";
    public const string ConfigTooBig = "config-too-big";
    public const string TftpTimeout = "tftp-timeout";
    public const string TftpError = "tftp-error";
    public const string TftpAccessError = "tftp-access-error";
    public const string DnsUnknownHost = "dns-unknown-host";
    public const string CtlAndItlInstalled = "ctl-and-itl-installed";
    public const string CtlInstalled = "ctl-installed";
    public const string ItlInstalled = "itl-installed";
    public const string NoTrustList = "no-trust-list";
    public const string TrustListUpdated = "trust-list-updated";
    public const string TrustListUpdateFailed = "trust-list-update-failed";
    public const string CtlUpdateFailed = "ctl-update-failed";
    public const string ErasingTrustLists = "erasing-trust-lists";
    public const string RestartRequested = "restart-requested";
    public const string ConfigInUse = "config-in-use";
    public const string ConfigAuthenticationFailed = "config-authentication-failed";
    public const string ConfigDecryptionFailed = "config-decryption-failed";
    public const string ConfigMalformed = "config-malformed";
    public const string ConfigFromFlash = "config-from-flash";
    public const string WaitingForAuthString = "waiting-for-auth-string";
    public const string WouldStartCapf = "would-start-capf";
    public const string PasswordAccepted = "password-accepted";
    public const string PasswordWrong = "password-wrong";
    public const string KeyAccepted = "key-accepted";
    public const string KeyCleared = "key-cleared";
    public const string KeyWrongLength = "key-wrong-length";
    public const string KeyNotHex = "key-not-hex";
    public const string SettingsLocked = "settings-locked";
    public const string SettingsUnlocked = "settings-unlocked";
    public const string Unprovisioned = "unprovisioned";

    public static IReadOnlyList<string> All { get; } =
    [
        ConfigNotFound, CtlNotFound, ConfigTooBig, TftpTimeout, TftpError, TftpAccessError,
        DnsUnknownHost, CtlAndItlInstalled, CtlInstalled, ItlInstalled, NoTrustList, TrustListUpdated,
        TrustListUpdateFailed, CtlUpdateFailed, ErasingTrustLists, RestartRequested, ConfigInUse, ConfigAuthenticationFailed,
        ConfigDecryptionFailed, ConfigMalformed, ConfigFromFlash, WaitingForAuthString, WouldStartCapf, PasswordAccepted,
        PasswordWrong, KeyAccepted, KeyCleared, KeyWrongLength, KeyNotHex, SettingsLocked,
        SettingsUnlocked, Unprovisioned,
    ];
}
