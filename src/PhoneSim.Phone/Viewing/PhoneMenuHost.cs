using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Viewing;

/// <summary>The menus' side of a phone: writes its flash at once; what takes time is put aside for the loop.</summary>
internal sealed class PhoneMenuHost(BootContext phone, BootRunner runner) : IMenuHost
{
    public FlashContents Contents => phone.Contents;

    public bool LscNeedsAuthString => (phone.Findings.Configuration?.Configuration ?? phone.Contents.Configuration?.Configuration)?.CapfAuthMode == 1;

    public bool IsUpdatingLsc => runner.State == BootState.Enrolling;

    /// <summary>Asked for since the last look; the loop carries it out and sets it back.</summary>
    public PhoneInput? Wanted { get; set; }

    public void StoreSymmetricKey(SymmetricKey? key)
    {
        phone.Flash.SetSymmetricKey(key);
        phone.Changed(FlashItem.SymmetricKey, key is null ? "symmetric key cleared" : "symmetric key stored");
    }

    public void SetUnlocked(bool unlocked)
    {
        phone.Flash.SetSettings(phone.Contents.Settings with { Unlocked = unlocked });
        phone.Changed(FlashItem.Settings, unlocked ? "settings unlocked" : "settings locked");
    }

    public void EraseTrustLists(bool ctl, bool itl)
    {
        if (ctl)
            phone.Flash.SetCtl(null);
        if (itl)
            phone.Flash.SetItl(null);
        phone.Changed(FlashItem.Ctl, $"{(ctl && itl ? "CTL and ITL" : ctl ? "CTL" : "ITL")} erased");
        phone.Status(Texts.ErasingTrustLists);
    }

    public void ClearStatusMessages() => phone.Flash.SetStatusMessages([]);

    public void SetAlternateTftp(string? server1, string? server2)
    {
        phone.Flash.SetSettings(phone.Contents.Settings with { AlternateTftp1 = EndPoint(server1), AlternateTftp2 = EndPoint(server2) });
        phone.Changed(FlashItem.Settings, server1 is null ? "alternate TFTP off" : $"alternate TFTP {server1} {server2}".TrimEnd());
    }

    public bool UpdateLsc(Secret? authString)
    {
        if (!runner.CanEnrol)
            return false;
        Wanted = new PhoneInput.LscUpdateAsked(authString);
        return true;
    }

    public void StopLsc() => Wanted = new PhoneInput.LscStopAsked();

    public void CutPower() => Wanted = new PhoneInput.PowerCut();

    public void ForgetEverything(bool keepsNetwork)
    {
        FactoryReset.Run(phone.Flash, phone.Profile, keepsNetwork);
        phone.Changed(FlashItem.Settings, "everything but the MIC forgotten");
    }

    public void RequestReset(ResetKind kind, string why) => Wanted = new PhoneInput.ResetAsked(kind, why);

    public string Fact(string id) => id switch
    {
        "lsc" when LscRow.TextId(phone) is { } text => phone.Profile.Texts[text].Text,
        "phone-state" => phone.Profile.Texts[StateTexts.Id(runner.State, phone.Findings.RegistrationFailure)].Text,
        "tftp-server-1" => Server(0),
        "tftp-server-2" => Server(1),
        _ => PhoneCounters.Of(id, phone) ?? PhoneFacts.Of(id, phone.Device, phone.Profile, phone.Contents) ?? "",
    };

    private string Server(int index) => index < phone.Options.Servers.Count ? phone.Options.Servers[index] : "";

    private ServerEndPoint? EndPoint(string? host) => string.IsNullOrEmpty(host) ? null : new(host, phone.Options.TftpPort);
}
