using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Menu;

public sealed class AuthStringTests
{
    [Fact]
    public async Task Submit_HandsTheStringToThePhone()
    {
        MenuPhone phone = await AtField(new("7962"));
        await phone.Keys("text:482913", "soft:Submit");
        Assert.Equal(["482913"], phone.AuthStrings);
        Assert.Equal("Security Configuration", phone.Screen.Title);
    }

    [Fact]
    public async Task Submit_NothingWaits_IsAnswered()
    {
        MenuPhone phone = await AtField(new("7962") { AwaitsAuthString = false });
        await phone.Keys("482913");
        Assert.Equal(PressResult.Refused, phone.Soft("Submit"));
        Assert.Equal(phone.Profile.Texts[Texts.AuthStringNotAwaited].Text, phone.Screen.Status);
    }

    [Fact]
    public async Task Submit_ThreeDigits_IsTooShort()
    {
        MenuPhone phone = await AtField(new("7962"));
        await phone.Keys("123");
        Assert.Equal(PressResult.Refused, phone.Soft("Submit"));
        Assert.Empty(phone.AuthStrings);
    }

    [Fact]
    public async Task EleventhDigitAndLetters_AreRefused()
    {
        MenuPhone phone = await AtField(new("7962"));
        await phone.Keys("1234567890");
        Assert.Equal(PressResult.Refused, phone.Digits("1"));
        Assert.Equal(PressResult.Refused, phone.Type("a"));
    }

    private static async Task<MenuPhone> AtField(MenuPhone phone)
    {
        await phone.Keys("settings", "row:Security Configuration", "**#", "down", "down", "down", "soft:Update");
        return phone;
    }
}
