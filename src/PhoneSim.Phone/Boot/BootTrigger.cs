namespace PhoneSim.Phone.Boot;

/// <summary>What moves a phone from one <see cref="BootState"/> to the next.</summary>
public enum BootTrigger
{
    PowerOn,
    PowerOff,
    /// <summary>The whole start again: trust lists, then the configuration.</summary>
    Reset,
    /// <summary>The configuration again, trust lists as they are.</summary>
    Restart,
    Delivered,
    NotFound,
    /// <summary>No server answered, or what answered was not a file.</summary>
    Unreachable,
    /// <summary>A file came and may not be used: size, signature, signer, format.</summary>
    Refused,
    /// <summary>What came was no configuration: discarded whole, and asked for once more.</summary>
    Retry,
    /// <summary>The profile does not ask this file.</summary>
    Skipped,
    AskEncrypted,
    AskSigned,
    AskPlain,
    FullConfiguration,
    /// <summary>A minimal configuration and nothing the phone could do about it.</summary>
    MinimalOnly,
    /// <summary>Minimal configuration, <c>certHash</c> is that of this phone's certificate.</summary>
    HashMatches,
    /// <summary>Minimal configuration, <c>certHash</c> blank or another's, or the phone has no certificate.</summary>
    HashDiffers,
    DecryptFailed,
    /// <summary>The full configuration in use gives a reason for a CAPF session.</summary>
    SessionDue,
    LscUpdateAsked,
    /// <summary>A CAPF session changed the certificate, or told the server of it.</summary>
    Enrolled,
    NotEnrolled,
    Applied,
    NothingCached,
    Registered,
    RegistrationFailed,
    ResetsExhausted,
}
