using PhoneSim.Lab.Database;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Phones;

/// <summary>A flash and a lab for one lesson, gone after it: what the user's own phone remembers stays as it is.</summary>
internal sealed class LessonFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("phonesim-lesson-");

    public PhoneSetup Before(PhoneSetup phone) => phone with { FlashFolder = Path.Combine(folder.FullName, "flash"), LabFolder = Path.Combine(folder.FullName, "lab") };

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The lesson's settings in the call manager's record of the phone.</summary>
    /// <exception cref="LabException">The profile does not allow them.</exception>
    public static LabPhone Apply(LabPhone phone, LessonServer server, FirmwareProfile profile) => new LabPhoneChange
    {
        Key = server.Key is { } key ? new(LessonKey.Repeat(key, profile.Encryption.KeyBits)) : null,
        EncryptedConfig = server.EncryptedConfig,
        Capf = server.Capf is { } operation ? Enum.Parse<CapfOperation>(operation, ignoreCase: true) : null,
        CapfMode = server.CapfMode switch { null => null, "auth-string" => CapfAuthentication.AuthString, _ => CapfAuthentication.NullString },
        AuthString = server.AuthString is { } digits ? new(digits) : null,
    }.ApplyTo(phone, profile);
}
