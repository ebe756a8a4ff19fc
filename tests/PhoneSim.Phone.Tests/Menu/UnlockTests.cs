using PhoneSim.Formats;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Menu;

public sealed class UnlockTests
{
    private static readonly FlashContents WithPassword = FlashContents.Empty with { Settings = new() { Password = new Secret("24680") } };

    [Fact]
    public async Task PasswordRow_FactoryPassword_Unlocks()
    {
        MenuPhone phone = new("7942-sip-manual");
        await phone.Keys("settings", "row:Unlock Phone", "text:cisco", "soft:Accept");
        Assert.False(phone.Screen.Locked);
        Assert.True(phone.Contents.Settings.Unlocked);
        phone.ShowsScreen("settings-unlocked");
    }

    [Fact]
    public async Task PasswordRow_WrongPassword_StaysOnThePage()
    {
        MenuPhone phone = new("7942-sip-manual", WithPassword);
        string? problem = await phone.TryKeys("settings", "row:Unlock Phone", "text:cisco", "soft:Accept");
        Assert.Contains(phone.Profile.Texts[Texts.PasswordWrong].Text, problem, StringComparison.Ordinal);
        Assert.True(phone.Screen.Locked);
        Assert.NotNull(phone.Screen.Entry);
    }

    [Fact]
    public async Task PasswordRow_PasswordOfTheConfiguration_Unlocks()
    {
        MenuPhone phone = new("7942-sip-manual", WithPassword);
        await phone.Keys("settings", "row:Unlock Phone", "text:24680", "soft:Accept");
        Assert.False(phone.Screen.Locked);
    }

    [Fact]
    public async Task PasswordRow_SelectedAgain_Locks()
    {
        MenuPhone phone = new("7942-sip-manual");
        await phone.Keys("settings", "row:Unlock Phone", "text:cisco", "soft:Accept", "row:Unlock Phone");
        Assert.True(phone.Screen.Locked);
        Assert.Equal(phone.Profile.Texts[Texts.SettingsLocked].Text, phone.Screen.Status);
    }

    [Fact]
    public async Task PasswordRow_LeavingSettings_Relocks()
    {
        MenuPhone phone = new("7942-sip-manual");
        await phone.Keys("settings", "row:Unlock Phone", "text:cisco", "soft:Accept", "row:Security Configuration", "soft:Exit");
        Assert.False(phone.Screen.Locked);
        await phone.Keys("soft:Exit");
        Assert.True(phone.Screen.Locked);
    }

    [Fact]
    public async Task PasswordRow_StarStarPound_DoesNothing()
    {
        MenuPhone phone = new("7942-sip-manual");
        await phone.Keys("settings", "**#");
        Assert.True(phone.Screen.Locked);
        Assert.Empty(phone.Resets);
    }

    [Fact]
    public async Task StarStarPound_Toggles()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "**#");
        Assert.False(phone.Screen.Locked);
        await phone.Keys("wait:10000", "**#");
        Assert.True(phone.Screen.Locked);
        Assert.Empty(phone.Resets);
    }

    [Theory]
    [InlineData("7962")]
    [InlineData("7942-sip-manual")]
    public async Task StarStarPound_AgainWithinTenSeconds_Resets(string profile)
    {
        MenuPhone phone = new(profile);
        await phone.Keys("settings", "**#", "wait:9999", "**");
        Assert.Equal([(ResetKind.Reset, "**#**")], phone.Resets);
    }

    [Fact]
    public async Task StarStarPoundStarStar_WhereTheProfileSaysNo_DoesNotReset()
    {
        MenuPhone phone = new("8845");
        await phone.Keys("applications", "**#**");
        Assert.Empty(phone.Resets);
    }

    [Fact]
    public async Task StarStarPound_BrokenByAnotherKey_DoesNothing()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "*", "*", "down", "#");
        Assert.True(phone.Screen.Locked);
    }

    [Fact]
    public void StarStarPound_OnTheIdleScreen_DoesNothing()
    {
        MenuPhone phone = new("7962");
        Assert.Equal(PressResult.NothingToDo, phone.Digits("**#"));
        Assert.True(phone.Screen.Locked);
    }

    [Fact]
    public async Task StarStarPound_WithASettingsPassword_AsksForIt()
    {
        MenuPhone phone = new("7962", WithPassword);
        await phone.Keys("settings", "**#");
        Assert.True(phone.Screen.Locked);
        await phone.Keys("text:24680", "soft:Sign-In");
        Assert.False(phone.Screen.Locked);
    }

    [Fact]
    public async Task StarStarPound_LeavingSettings_StaysUnlocked()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "**#", "soft:Exit", "settings");
        Assert.False(phone.Screen.Locked);
    }

    [Fact]
    public async Task AdminPassword_NoneSet_OpensAtOnce()
    {
        MenuPhone phone = new("8845");
        await phone.Keys("applications", "row:Admin settings");
        Assert.Null(phone.Screen.Entry);
        Assert.Equal("Admin settings", phone.Screen.Title);
    }

    [Fact]
    public async Task AdminPassword_Set_AsksAndOpens()
    {
        MenuPhone phone = new("7841", WithPassword);
        await phone.Keys("applications", "row:Admin settings");
        Assert.NotNull(phone.Screen.Entry);
        phone.ShowsScreen("admin-password");
        await phone.Keys("text:24680", "soft:Sign-In", "row:Security setup", "soft:Back");
        Assert.Equal("Admin settings", phone.Screen.Title);
    }

    [Fact]
    public async Task AdminPassword_LeavingTheAdminSettings_Relocks()
    {
        MenuPhone phone = new("7841", WithPassword);
        await phone.Keys("applications", "row:Admin settings", "text:24680", "soft:Sign-In", "soft:Back");
        Assert.True(phone.Screen.Locked);
        await phone.Keys("row:Admin settings");
        Assert.NotNull(phone.Screen.Entry);
    }
}
