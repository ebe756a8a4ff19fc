using PhoneSim.Formats;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Flash;

public sealed record FlashSettings
{
    /// <summary>Remembered <c>encrConfig</c>: with a certificate, the phone asks <c>.enc.sgn</c> first.</summary>
    public bool EncryptedConfig { get; init; }

    public bool Unlocked { get; init; }

    /// <summary>From <c>phonePassword</c> of the last applied configuration; null: the profile's factory password.</summary>
    public Secret? Password { get; init; }

    /// <summary>Typed under Network Configuration; null: the server given from outside is used.</summary>
    public ServerEndPoint? AlternateTftp1 { get; init; }

    public ServerEndPoint? AlternateTftp2 { get; init; }

    /// <summary>Wrong authentication strings typed for CAPF.</summary>
    public AuthStringLockout AuthStrings { get; init; } = AuthStringLockout.None;
}
