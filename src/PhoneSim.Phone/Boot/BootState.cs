namespace PhoneSim.Phone.Boot;

/// <summary>States of the phone's life (design.md, "The boot is a table").</summary>
public enum BootState
{
    PoweredOff,
    FetchingCtl,
    FetchingItl,
    /// <summary>Which name to ask first: from profile and flash (shared/spec/boot.md 3).</summary>
    ChoosingName,
    RequestingEncrypted,
    RequestingSigned,
    RequestingPlain,
    RequestingDefault,
    /// <summary>A file came: signature, decryption, XML, policy.</summary>
    Evaluating,
    /// <summary>The phone decided to start a CAPF session.</summary>
    Enrolling,
    /// <summary>CAPF by authentication string: resting until the user types it.</summary>
    AwaitingAuthString,
    /// <summary>No usable file: the last good configuration from flash.</summary>
    UsingCached,
    Applying,
    /// <summary>The phone starts again by itself, or because it was told to.</summary>
    Resetting,
    Registering,
    /// <summary>Resting: a full configuration is applied.</summary>
    Ready,
    /// <summary>Resting without a full configuration applied.</summary>
    Stopped,
}
