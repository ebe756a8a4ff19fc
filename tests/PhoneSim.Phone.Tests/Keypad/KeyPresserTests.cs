using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Tests.Menu;

namespace PhoneSim.Phone.Tests.Keypad;

/// <summary>A key that cannot be pressed is answered with what the screen has.</summary>
public sealed class KeyPresserTests
{
    [Theory]
    [InlineData("settings", "row:Nonsense", "row:Nonsense: no such row; on 'Settings', rows 'Contrast' 'Ring Type' 'Network Configuration' 'Model Information' 'Status' 'Unlock Phone' 'Security Configuration', softkeys 'Select' 'Exit'")]
    [InlineData("settings", "soft:Accept", "soft:Accept: no such softkey; on 'Settings', rows 'Contrast' 'Ring Type' 'Network Configuration' 'Model Information' 'Status' 'Unlock Phone' 'Security Configuration', softkeys 'Select' 'Exit'")]
    [InlineData("down", "applications", "applications: a CP-7942G has no such key; it has settings messages services directories help up down left right select 0-9 * #; its menus open with settings")]
    [InlineData("down", "soft:Select", "soft:Select: no such softkey; on '10:42 05/03/26', softkeys none")]
    [InlineData("settings", "hex:12", "hex:… nothing can be typed here; on 'Settings', rows 'Contrast' 'Ring Type' 'Network Configuration' 'Model Information' 'Status' 'Unlock Phone' 'Security Configuration', softkeys 'Select' 'Exit'")]
    public async Task KeyTheScreenHasNot_SaysWhatItHas(string first, string key, string expected) =>
        Assert.Equal(expected, await new MenuPhone("7942-sip-manual").TryKeys(first, key));

    [Fact]
    public async Task Labels_AreFoundInEitherCase()
    {
        MenuPhone phone = new("7942-sip-manual");
        await phone.Keys("settings", "row:status", "soft:exit");
        Assert.Equal("Settings", phone.Screen.Title);
    }

    [Fact]
    public async Task AfterAProblem_NothingMoreIsPressed()
    {
        MenuPhone phone = new("7942-sip-manual");
        await phone.TryKeys("settings", "row:Nonsense", "row:Status");
        Assert.Equal("Settings", phone.Screen.Title);
    }

    [Fact]
    public async Task TypingOnAnotherKey_NeedsNoPause()
    {
        MenuPhone phone = await KeyEntryTests.AtField();
        DateTimeOffset before = phone.Now;
        await phone.Keys("hex:2A1");
        Assert.Equal(phone.Profile.Menu.MultiTapPause, phone.Now - before);
    }

    [Fact]
    public async Task PasswordWithCapitals_IsTyped()
    {
        MenuPhone phone = new("7942-sip-manual", FlashContents.Empty with { Settings = new() { Password = new("aAb2Zz") } });
        await phone.Keys("settings", "row:Unlock Phone", "text:aAb2Zz", "soft:Accept");
        Assert.False(phone.Screen.Locked);
    }

    [Fact]
    public async Task Reset_ResetsThePhone()
    {
        MenuPhone phone = new("7942-sip-manual");
        await phone.Keys("settings", "reset");
        Assert.Single(phone.Resets);
        Assert.Null(phone.Screen.Selected);
    }
}
