using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Flash;

/// <summary>LSC, trust lists, configuration, manual key, digest credentials, alternate TFTP and settings go; the MIC stays (shared/spec/boot.md, "Resets").</summary>
public static class FactoryReset
{
    /// <param name="keepsNetwork">The alternate TFTP servers stay.</param>
    public static void Run(IFlash flash, FirmwareProfile profile, bool keepsNetwork = false)
    {
        FlashSettings old = flash.Contents.Settings;
        flash.SetLsc(null);
        flash.SetCtl(null);
        flash.SetItl(null);
        flash.SetConfiguration(null);
        flash.SetSymmetricKey(null);
        flash.SetDigestCredentials(null);
        flash.SetStatusMessages([]);
        flash.SetSettings(new()
        {
            Password = profile.Menu.PasswordSurvivesFactoryReset ? old.Password : null,
            AlternateTftp1 = keepsNetwork ? old.AlternateTftp1 : null,
            AlternateTftp2 = keepsNetwork ? old.AlternateTftp2 : null,
        });
    }
}
