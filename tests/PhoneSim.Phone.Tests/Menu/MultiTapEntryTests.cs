using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Menu;

/// <summary>The cycles of keys 2 and 3 in the key field.</summary>
public sealed class MultiTapEntryTests
{
    [Theory]
    [InlineData("2", "2")]
    [InlineData("22", "A")]
    [InlineData("2222", "C")]
    [InlineData("22222", "2")]
    [InlineData("333", "E")]
    [InlineData("2332", "2D2")]
    [InlineData("11", "11")]
    public async Task DigitFirst_WithoutPause_Cycles(string pressed, string expected)
    {
        MenuPhone phone = await KeyEntryTests.AtField(style: HexEntryStyle.DigitFirst);
        phone.Digits(pressed);
        Assert.Equal(expected, phone.Screen.Entry?.Text);
    }

    [Theory]
    [InlineData("2", "A")]
    [InlineData("2222", "2")]
    [InlineData("33", "E")]
    [InlineData("22222", "A")]
    public async Task LettersFirst_WithoutPause_Cycles(string pressed, string expected)
    {
        MenuPhone phone = await KeyEntryTests.AtField(style: HexEntryStyle.LettersFirst);
        phone.Digits(pressed);
        Assert.Equal(expected, phone.Screen.Entry?.Text);
    }

    [Fact]
    public async Task Pause_EndsTheCycle()
    {
        MenuPhone phone = await KeyEntryTests.AtField();
        phone.Digits("2");
        Assert.True(phone.Screen.Entry?.Pending);
        phone.Pause(phone.Profile.Menu.MultiTapPause - TimeSpan.FromMilliseconds(1));
        Assert.True(phone.Screen.Entry?.Pending);
        phone.Pause(TimeSpan.FromMilliseconds(1));
        Assert.False(phone.Screen.Entry?.Pending);
        phone.Digits("2");
        Assert.Equal("22", phone.Screen.Entry?.Text);
    }

    [Fact]
    public async Task RightArrow_EndsTheCycle()
    {
        MenuPhone phone = await KeyEntryTests.AtField();
        phone.Digits("22");
        phone.Navigate(NavigationKey.Right);
        phone.Digits("22");
        Assert.Equal("AA", phone.Screen.Entry?.Text);
    }

    [Fact]
    public async Task DeleteLeft_EndsTheCycleAndTakesTheCharacter()
    {
        MenuPhone phone = await KeyEntryTests.AtField();
        phone.Digits("12");
        phone.Soft("<<");
        phone.Digits("2");
        Assert.Equal("12", phone.Screen.Entry?.Text);
    }

    [Fact]
    public async Task PickList_MovesAndTakesBySelect()
    {
        MenuPhone phone = await KeyEntryTests.AtField(style: HexEntryStyle.PickList);
        phone.Digits("2");
        Assert.Equal(("2ABC", 0, ""), (phone.Screen.Entry!.Choices, phone.Screen.Entry.Choice, phone.Screen.Entry.Text));
        phone.Navigate(NavigationKey.Down);
        phone.Digits("2");
        phone.ShowsScreen("pick-list");
        phone.Navigate(NavigationKey.Select);
        Assert.Equal(("", "B"), (phone.Screen.Entry!.Choices, phone.Screen.Entry.Text));
    }

    [Fact]
    public async Task PickList_AnotherKey_TakesTheHighlightedAndGoesOn()
    {
        MenuPhone phone = await KeyEntryTests.AtField(style: HexEntryStyle.PickList);
        phone.Digits("227");
        Assert.Equal("A7", phone.Screen.Entry?.Text);
    }

    [Fact]
    public async Task PickList_Cancel_ClosesTheListOnly()
    {
        MenuPhone phone = await KeyEntryTests.AtField(style: HexEntryStyle.PickList);
        phone.Digits("72");
        phone.Soft("Cancel");
        Assert.Equal(("", "7"), (phone.Screen.Entry!.Choices, phone.Screen.Entry.Text));
    }

    [Fact]
    public async Task Password_IsMaskedWhateverIsPending()
    {
        MenuPhone phone = new("7942-sip-manual");
        await phone.Keys("settings", "row:Unlock Phone", "text:cis");
        Assert.Equal("***", phone.Screen.Entry?.Text);
        phone.ShowsScreen("password");
    }
}
