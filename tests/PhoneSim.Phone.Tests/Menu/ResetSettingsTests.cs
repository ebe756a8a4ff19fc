using PhoneSim.Phone.Boot;

namespace PhoneSim.Phone.Tests.Menu;

/// <summary>Reset Settings and Erase: what each clears, family by family (shared/spec/phone-ui.md 5.2).</summary>
public sealed class ResetSettingsTests
{
    [Theory]
    [InlineData("8845", "applications|row:Admin settings|row:Reset settings|row:Security", false, false)]
    [InlineData("7841", "applications|row:Admin settings|row:Reset settings|row:Security", false, true)]
    [InlineData("6961", "applications|row:Admin Settings|row:Reset Settings|row:Security", false, false)]
    [InlineData("9951", "applications|row:Administrator Settings|row:Reset settings|row:Security", false, false)]
    [InlineData("8821", "left|left|row:Admin settings|row:Reset settings|row:Security settings|soft:Reset", false, false)]
    [InlineData("7832", "soft:Settings|row:Admin Settings|row:Reset settings|row:Security|soft:Reset", false, false)]
    [InlineData("7832", "soft:Settings|row:Admin Settings|row:Reset settings|row:Security|soft:Cancel", true, true)]
    [InlineData("7962", "settings|row:Security Configuration|**#|row:Trust List|soft:Erase", false, false)]
    [InlineData("7921", "settings|row:System Configuration|row:Security|**#|row:Trust List|soft:more|soft:Erase", false, false)]
    [InlineData("7942-sip-manual", "settings|row:Unlock Phone|text:cisco|soft:Accept|row:Security Configuration|row:CTL File|soft:Erase", false, false)]
    public async Task Security_ClearsTheseLists(string profile, string keys, bool ctlStays, bool itlStays)
    {
        MenuPhone phone = new(profile, TrustedFlash.Contents);
        await phone.Keys(keys.Split('|'));
        Assert.Equal((ctlStays, itlStays), (phone.Contents.Ctl is not null, phone.Contents.Itl is not null));
        Assert.Empty(phone.Resets);
    }

    [Fact]
    public async Task Network_ClearsTheAlternateServers_AndResets()
    {
        MenuPhone phone = new("8845", TrustedFlash.Contents with { Settings = new() { AlternateTftp1 = new("10.0.0.9", 69) } });
        await phone.Keys("applications", "row:Admin settings", "row:Reset settings", "row:Network");
        Assert.Null(phone.Contents.Settings.AlternateTftp1);
        Assert.NotNull(phone.Contents.Ctl);
        Assert.Equal([(ResetKind.Reset, "Network")], phone.Resets);
    }

    [Theory]
    [InlineData("Erase", false)]
    [InlineData("Continue", true)]
    public async Task NewServerOnAn8821_AsksAboutTheTrustLists(string answer, bool stay)
    {
        MenuPhone phone = new("8821", TrustedFlash.NamingAServer);
        await phone.Keys("left", "left", "row:Admin settings", "row:Network setup", "row:Alternate TFTP", "soft:Yes", "row:TFTP Server 1", "text:192.0.2.77", "soft:Save");
        phone.ShowsScreen("trust-question");
        await phone.Keys($"soft:{answer}");
        Assert.Equal(stay, phone.Contents.Itl is not null);
        Assert.Equal("192.0.2.77", phone.Contents.Settings.AlternateTftp1?.Host);
    }
}
