using PhoneSim.Formats;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Lab.Database;

/// <summary>What is changed on a Phone Configuration window; null: stays as it is.</summary>
public sealed record LabPhoneChange
{
    /// <summary>Firmware profile, by name.</summary>
    public string? Profile { get; init; }

    public bool? EncryptedConfig { get; init; }

    public bool? ExcludeDigest { get; init; }

    public int? SecurityMode { get; init; }

    /// <summary>Hexadecimal digits, as typed.</summary>
    public Secret? Key { get; init; }

    /// <summary>PEM; empty: the database forgets the one it knows.</summary>
    public string? Certificate { get; init; }

    public CapfOperation? Capf { get; init; }

    public CapfAuthentication? CapfMode { get; init; }

    public int? CapfKeyBits { get; init; }

    public Secret? AuthString { get; init; }

    public string? DigestUser { get; init; }

    public Secret? DigestPassword { get; init; }

    public Secret? SettingsPassword { get; init; }

    /// <param name="profile">Of the phone, after this change.</param>
    /// <exception cref="LabException">The key is not one of that profile.</exception>
    public LabPhone ApplyTo(LabPhone phone, FirmwareProfile profile) => (Key is null ? phone : phone.WithKey(Key.Reveal(), profile)) with
    {
        Profile = Profile ?? phone.Profile,
        EncryptedConfig = EncryptedConfig ?? phone.EncryptedConfig,
        ExcludeDigest = ExcludeDigest ?? phone.ExcludeDigest,
        SecurityMode = SecurityMode ?? phone.SecurityMode,
        Certificate = Certificate is null ? phone.Certificate : Certificate.Length == 0 ? null : Certificate,
        Capf = Capf ?? phone.Capf,
        CapfMode = CapfMode ?? phone.CapfMode,
        CapfKeyBits = CapfKeyBits ?? phone.CapfKeyBits,
        AuthString = AuthString ?? phone.AuthString,
        DigestUser = DigestUser ?? phone.DigestUser,
        DigestPassword = DigestPassword ?? phone.DigestPassword,
        SettingsPassword = SettingsPassword ?? phone.SettingsPassword,
    };
}
