using PhoneSim.Formats;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Tests.Menu;

/// <summary>6901 and 6911: no display, a voice menu (shared/spec/phone-ui.md 2.3).</summary>
public sealed class VoiceMenuTests
{
    [Fact]
    public async Task Call_IsShownAsATranscript()
    {
        MenuPhone phone = new("6901");
        await phone.Keys("hookswitch", "*+#+0", "24726#", "2", "10*0*0*5");
        phone.ShowsScreen("voice-menu-typing");
        await phone.Keys("#", "3", "hookswitch");
        phone.ShowsScreen("voice-menu");
        Assert.Equal([("10.0.0.5", null)], phone.SavedServers);
    }

    [Fact]
    public async Task StarAlone_GoesBackToTheServerOfDhcp()
    {
        MenuPhone phone = await AtMainMenu();
        await phone.Keys("2", "*#");
        Assert.Equal([(null, null)], phone.SavedServers);
    }

    [Fact]
    public async Task PoundAlone_KeepsTheServer()
    {
        MenuPhone phone = await AtMainMenu();
        await phone.Keys("2", "#");
        Assert.Empty(phone.SavedServers);
    }

    [Theory]
    [InlineData("300*1*1*1")]
    [InlineData("10*1")]
    public async Task NoAddress_IsAskedAgain(string typed)
    {
        MenuPhone phone = await AtMainMenu();
        await phone.Keys("2", typed);
        Assert.Equal(PressResult.Refused, phone.Digits("#"));
        Assert.Empty(phone.SavedServers);
    }

    [Fact]
    public async Task Redial_DeletesLeft()
    {
        MenuPhone phone = await AtMainMenu();
        await phone.Keys("2", "10*0*0*56", "redial", "#");
        Assert.Equal([("10.0.0.5", null)], phone.SavedServers);
    }

    [Fact]
    public async Task WrongPin_OpensNothing()
    {
        MenuPhone phone = new("6901");
        await phone.Keys("hookswitch", "*+#+0", "11111");
        Assert.Equal(PressResult.Refused, phone.Digits("#"));
        await phone.Keys("0");
        Assert.Empty(phone.Resets);
    }

    [Fact]
    public async Task PinOfTheConfiguration_ReplacesTheFactoryOne()
    {
        MenuPhone phone = new("6901", FlashContents.Empty with { Settings = new() { Password = new Secret("77") } });
        await phone.Keys("hookswitch", "*+#+0", "text:77", "#", "0");
        Assert.Equal([(ResetKind.FactoryReset, "Factory reset")], phone.Resets);
    }

    [Fact]
    public async Task OnHook_KeysTogether_DoNothing()
    {
        MenuPhone phone = new("6901");
        await phone.Keys("*+#+0", "24726#", "0");
        Assert.Empty(phone.Resets);
    }

    [Fact]
    public async Task Speaker_LiftsOnA6911Only()
    {
        MenuPhone phone = new("6911");
        await phone.Keys("speaker", "*+#+0", "24726#", "0");
        Assert.Single(phone.Resets);
        Assert.Equal(PressResult.NoSuchKey, new MenuPhone("6901").Press(new PhoneKey.Hard("speaker")));
    }

    private static async Task<MenuPhone> AtMainMenu()
    {
        MenuPhone phone = new("6901");
        await phone.Keys("hookswitch", "*+#+0", "24726#");
        return phone;
    }
}
