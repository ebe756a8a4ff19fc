using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>The flash that a scenario describes.</summary>
internal static class FirstFlash
{
    public static FlashContents Of(ScenarioPhone phone, Stage stage, ScenarioKeys keys)
    {
        ScenarioFlash asked = phone.Flash;
        return FlashContents.Empty with
        {
            Mic = phone.Profile.Certificates.HasMic ? keys.Mic(phone.Device, phone.Profile) : null,
            Lsc = asked.Lsc is { } issuer ? keys.Lsc(phone.Device, issuer, stage.Cluster(issuer).Database.Pki) : null,
            SymmetricKey = asked.Key,
            DigestCredentials = asked.DigestCredentials,
            Settings = new() { EncryptedConfig = asked.EncryptedConfig },
            Itl = List(asked, FileNames.Itl(phone.Device), stage),
            Ctl = List(asked, FileNames.Ctl(phone.Device), stage),
            Configuration = asked.Configuration is { } cluster ? new(FileNames.Signed(phone.Device), PhoneConfiguration.Parse(stage.Cluster(cluster).Read(FileNames.Plain(phone.Device)))) : null,
        };
    }

    private static TrustList? List(ScenarioFlash asked, string name, Stage stage) => asked.TrustLists is { } cluster && stage.Cluster(cluster).Read(name) is { } file ? TrustList.Parse(file) : null;
}
