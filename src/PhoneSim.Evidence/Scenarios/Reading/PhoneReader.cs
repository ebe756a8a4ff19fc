using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Reading;

internal static class PhoneReader
{
    public const string DefaultMac = "001122334455";

    public static DeviceName DefaultDevice { get; } = DeviceName.TryParse(DefaultMac, out DeviceName? name) ? name : throw new InvalidOperationException();

    /// <summary>Null: a phone without a profile is none.</summary>
    public static ScenarioPhone? Read(Fields f, ReadingContext context)
    {
        f.Require("profile", "the name of a firmware profile");
        if (f.OptionalText("mac") is { } mac && !DeviceName.TryParse(mac, out _))
            f.Refuse("mac", $"must be 12 hexadecimal digits; found \"{mac}\"");
        FirmwareProfile? profile = context.Profile(f);
        string? authString = f.OptionalText("authString");
        bool registers = f.Flag("register", true);
        ScenarioFlash flash = f.OptionalSection("flash") is { } section ? ReadFlash(section, profile) : new();
        f.End();
        return profile is null ? null : new() { Device = context.Device, Profile = profile, AuthString = authString is null ? null : new Secret(authString), Registers = registers, Flash = flash };
    }

    private static ScenarioFlash ReadFlash(Fields f, FirmwareProfile? profile)
    {
        ScenarioFlash flash = new()
        {
            Key = f.OptionalText("key") is { } digits ? KeyOf(digits, f, profile) : null,
            EncryptedConfig = f.Flag("encryptedConfig", false),
            Lsc = f.OptionalText("lsc"),
            TrustLists = f.OptionalText("trustLists"),
            Configuration = f.OptionalText("configuration"),
            DigestCredentials = f.OptionalSection("digest") is { } digest ? ReadCredentials(digest) : null,
        };
        f.End();
        return flash;
    }

    private static SymmetricKey? KeyOf(string digits, Fields f, FirmwareProfile? profile)
    {
        int bits = profile?.Encryption is { Method: EncryptionMethod.Manual } manual ? manual.KeyBits : 0;
        SymmetricKey? key = SymmetricKey.FromHex(digits, bits);
        if (key is null && profile is not null)
            f.Refuse("key", bits == 0 ? $"a {profile.Name} takes no symmetric key" : $"must be {bits / 4} hexadecimal digits, the key size of {profile.Name}; found {digits.Length} characters");
        return key;
    }

    private static DigestCredentials ReadCredentials(Fields f)
    {
        DigestCredentials credentials = new(f.Text("user"), new(f.Text("password")));
        f.End();
        return credentials;
    }
}
