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
    public const string RegistrationRejected = "registration-rejected";

    /// <summary>A row or action asks for the unlocked phone.</summary>
    public const string RowLocked = "row-locked";
    /// <summary><c>settingsAccess</c> leaves no row.</summary>
    public const string SettingsDisabled = "settings-disabled";
    /// <summary>A character the field does not take, other than in the key field.</summary>
    public const string CharacterRefused = "character-refused";
    public const string EnterPassword = "enter-password";
    public const string AddressNotValid = "address-not-valid";
    public const string AlternateTftpOff = "alternate-tftp-off";
    /// <summary>Alternate TFTP is on and server 1 is 0.0.0.0.</summary>
    public const string TftpServerNeeded = "tftp-server-needed";
    /// <summary>The trust lists in flash name other servers.</summary>
    public const string TftpServerNotTrusted = "tftp-server-not-trusted";
    public const string SettingsSaved = "settings-saved";
    public const string NothingToSave = "nothing-to-save";
    public const string AuthStringLength = "auth-string-length";
    public const string AuthStringSent = "auth-string-sent";
    public const string AuthStringsLocked = "auth-strings-locked";
    public const string AuthStringNotAwaited = "auth-string-not-awaited";
    public const string StatusMessagesCleared = "status-messages-cleared";
    public const string NoStatusMessages = "no-status-messages";
    public const string Resetting = "resetting";
    public const string NoDisplay = "no-display";

    public const string Yes = "yes";
    public const string No = "no";
    public const string Installed = "installed";
    public const string NotInstalled = "not-installed";
    public const string NonSecure = "non-secure";
    public const string Authenticated = "authenticated";
    public const string Encrypted = "encrypted";

    /// <summary>The LSC row while a CAPF session runs, and after it failed; the words are ours (shared/spec/phone-ui.md 5.1).</summary>
    public const string LscUpdating = "lsc-updating";
    public const string LscConnecting = "lsc-connecting";
    public const string LscAuthenticating = "lsc-authenticating";
    public const string LscGeneratingKeys = "lsc-generating-keys";
    public const string LscSendingRequest = "lsc-sending-request";
    public const string LscReceiving = "lsc-receiving";
    public const string LscWaiting = "lsc-waiting";
    public const string LscFailure = "lsc-failure";

    /// <summary>The idle screen, by what the phone is doing.</summary>
    public const string PhoneConfiguring = "phone-configuring";
    public const string PhoneRegistering = "phone-registering";
    public const string PhoneReady = "phone-ready";
    public const string PhoneEnrolling = "phone-enrolling";

    /// <summary>Values of rows that the simulator does not change.</summary>
    public const string ReadOnly = "read-only";
    public const string Enabled = "enabled";
    public const string Disabled = "disabled";
    public const string On = "on";
    public const string Off = "off";
    public const string Dot1xRealm = "dot1x-realm";

    /// <summary>Servers that a trust list names, by role; and the question what becomes of the lists (8821).</summary>
    public const string TrustServer = "trust-server";
    public const string TrustCapf = "trust-capf";
    public const string TrustTvs = "trust-tvs";
    public const string TrustAppServer = "trust-app-server";
    public const string TrustQuestion = "trust-question";
    public const string TrustInstalled = "trust-installed";

    /// <summary>Answers of rows that nothing can be done with.</summary>
    public const string RowNotSimulated = "row-not-simulated";
    public const string RowOnlyShown = "row-only-shown";

    /// <summary>A sequence typed after a power-on with a key held.</summary>
    public const string PowerOnDetected = "power-on-detected";
    public const string KeepNetwork = "keep-network";
    public const string PowerOnResetting = "power-on-resetting";
    public const string PowerOnWrong = "power-on-wrong";
    public const string PowerOnAgain = "power-on-again";

    /// <summary>What the voice menu of a phone without a display says.</summary>
    public const string VoiceOffHook = "voice-off-hook";
    public const string VoiceOnHook = "voice-on-hook";
    public const string VoicePassword = "voice-password";
    public const string VoiceWrongPassword = "voice-wrong-password";
    public const string VoiceMainMenu = "voice-main-menu";
    public const string VoiceNoSuchChoice = "voice-no-such-choice";
    public const string VoiceTftp = "voice-tftp";

    /// <summary>Labels of softkeys that are not in a page's list.</summary>
    public const string SoftkeyStop = "softkey-stop";
    public const string SoftkeyMore = "softkey-more";

    public static IReadOnlyList<string> All { get; } =
    [
        ConfigNotFound, CtlNotFound, ConfigTooBig, TftpTimeout, TftpError, TftpAccessError,
        DnsUnknownHost, CtlAndItlInstalled, CtlInstalled, ItlInstalled, NoTrustList, TrustListUpdated,
        TrustListUpdateFailed, CtlUpdateFailed, ErasingTrustLists, RestartRequested, ConfigInUse, ConfigAuthenticationFailed,
        ConfigDecryptionFailed, ConfigMalformed, ConfigFromFlash, WaitingForAuthString, WouldStartCapf, PasswordAccepted,
        PasswordWrong, KeyAccepted, KeyCleared, KeyWrongLength, KeyNotHex, SettingsLocked,
        SettingsUnlocked, Unprovisioned, RegistrationRejected,
        RowLocked, RowNotSimulated, RowOnlyShown, SettingsDisabled, CharacterRefused, EnterPassword, AddressNotValid, AlternateTftpOff,
        TftpServerNeeded, TftpServerNotTrusted, SettingsSaved, NothingToSave, AuthStringLength, AuthStringSent,
        AuthStringNotAwaited, AuthStringsLocked, StatusMessagesCleared, NoStatusMessages, Resetting, NoDisplay, Yes,
        No, Installed, NotInstalled, NonSecure, Authenticated, Encrypted,
        SoftkeyMore, SoftkeyStop,
        ReadOnly, Enabled, Disabled, On, Off, Dot1xRealm,
        TrustServer, TrustCapf, TrustTvs, TrustAppServer, TrustQuestion, TrustInstalled,
        PowerOnDetected, KeepNetwork, PowerOnResetting, PowerOnWrong, PowerOnAgain,
        VoiceOffHook, VoiceOnHook, VoicePassword, VoiceWrongPassword, VoiceMainMenu, VoiceNoSuchChoice, VoiceTftp,
        LscUpdating, LscConnecting, LscAuthenticating, LscGeneratingKeys, LscSendingRequest, LscReceiving, LscWaiting, LscFailure,
        PhoneConfiguring, PhoneRegistering, PhoneReady, PhoneEnrolling,
    ];
}
