using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Lab.Database;

/// <summary>A phone as the call manager's database knows it: the fields of the Phone Configuration window and its security profile.</summary>
public sealed record LabPhone
{
    /// <summary><c>SEP</c> and 12 capital hexadecimal digits.</summary>
    public required string Name { get; init; }

    /// <summary>Firmware profile: decides the encryption method the database offers.</summary>
    public required string Profile { get; init; }

    /// <summary>Check box "TFTP Encrypted Config" of the phone security profile.</summary>
    public bool EncryptedConfig { get; init; }

    /// <summary>Check box "Exclude Digest Credentials in Configuration File".</summary>
    public bool ExcludeDigest { get; init; }

    /// <summary>Device security mode: 1 non-secure, 2 authenticated, 3 encrypted.</summary>
    public int SecurityMode { get; init; } = 1;

    /// <summary>Field "Symmetric Key"; null: none.</summary>
    public SymmetricKey? Key { get; init; }

    /// <summary>The value before the last change: what "Revert to Database Value" restores.</summary>
    public SymmetricKey? PreviousKey { get; init; }

    /// <summary>PEM of the certificate whose public key the configuration is encrypted for; null: the database knows none.</summary>
    public string? Certificate { get; init; }

    /// <summary>Field "Certificate Operation".</summary>
    public CapfOperation Capf { get; init; }

    /// <summary>Field "Authentication Mode".</summary>
    public CapfAuthentication CapfMode { get; init; } = CapfAuthentication.NullString;

    /// <summary>Field "RSA Key Size (Bits)".</summary>
    public int CapfKeyBits { get; init; } = 2048;

    /// <summary>Fields "Key Order" and "EC Key Size (Bits)": an LSC with such a key; null: RSA.</summary>
    public CapfCurve? CapfCurve { get; init; }

    /// <summary>Field "Operation Completes By"; null: no deadline.</summary>
    public DateTimeOffset? CapfCompletesBy { get; init; }

    public Secret? AuthString { get; init; }

    public required string Line { get; init; }

    public required string DigestUser { get; init; }

    public required Secret DigestPassword { get; init; }

    /// <summary>Local settings password; null: none is sent.</summary>
    public Secret? SettingsPassword { get; init; }
}
