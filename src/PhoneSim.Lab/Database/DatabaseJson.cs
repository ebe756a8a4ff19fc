using System.Text.Json.Serialization;
using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Lab.Database;

/// <summary>A <see cref="LabPhone"/> as it lies on disk: secrets in clear, in a file of mode 0600.</summary>
internal sealed record LabPhoneFile
{
    public required string Name { get; init; }

    public required string Profile { get; init; }

    public bool EncryptedConfig { get; init; }

    public bool ExcludeDigest { get; init; }

    public int SecurityMode { get; init; } = 1;

    public string? Key { get; init; }

    public string? PreviousKey { get; init; }

    public string? Certificate { get; init; }

    public CapfOperation Capf { get; init; }

    public CapfAuthentication CapfMode { get; init; }

    public int CapfKeyBits { get; init; } = 2048;

    public CapfCurve? CapfCurve { get; init; }

    public DateTimeOffset? CapfCompletesBy { get; init; }

    public string? AuthString { get; init; }

    public required string Line { get; init; }

    public required string DigestUser { get; init; }

    public required string DigestPassword { get; init; }

    public string? SettingsPassword { get; init; }

    public static LabPhoneFile Of(LabPhone p) => new()
    {
        Name = p.Name, Profile = p.Profile, EncryptedConfig = p.EncryptedConfig, ExcludeDigest = p.ExcludeDigest, SecurityMode = p.SecurityMode, Key = p.Key?.RevealHex(),
        PreviousKey = p.PreviousKey?.RevealHex(), Certificate = p.Certificate, Capf = p.Capf, CapfMode = p.CapfMode, CapfKeyBits = p.CapfKeyBits, CapfCurve = p.CapfCurve, CapfCompletesBy = p.CapfCompletesBy, AuthString = p.AuthString?.Reveal(), Line = p.Line,
        DigestUser = p.DigestUser, DigestPassword = p.DigestPassword.Reveal(), SettingsPassword = p.SettingsPassword?.Reveal(),
    };

    public LabPhone ToPhone() => new()
    {
        Name = Name, Profile = Profile, EncryptedConfig = EncryptedConfig, ExcludeDigest = ExcludeDigest, SecurityMode = SecurityMode, Key = KeyOf(Key), PreviousKey = KeyOf(PreviousKey),
        Certificate = Certificate, Capf = Capf, CapfMode = CapfMode, CapfKeyBits = CapfKeyBits, CapfCurve = CapfCurve, CapfCompletesBy = CapfCompletesBy, AuthString = SecretOf(AuthString), Line = Line, DigestUser = DigestUser, DigestPassword = new(DigestPassword),
        SettingsPassword = SecretOf(SettingsPassword),
    };

    private static SymmetricKey? KeyOf(string? digits) => digits is null ? null : new(Convert.FromHexString(digits));

    private static Secret? SecretOf(string? text) => text is null ? null : new(text);
}

[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LabPhoneFile))]
[JsonSerializable(typeof(Cluster))]
internal sealed partial class DatabaseJson : JsonSerializerContext;
