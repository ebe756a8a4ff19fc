using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Tests.Menu;

/// <summary>What ends the unlocked state; all of it is profile data, and assumed.</summary>
public sealed class RelockTests
{
    [Theory]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public async Task Idle_ClosesTheSettingsAndLocks(int seconds, bool unlocked)
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "**#");
        phone.Pause(TimeSpan.FromSeconds(seconds));
        Assert.Equal(unlocked, phone.Contents.Settings.Unlocked);
        Assert.Equal(unlocked, phone.Screen.Selected is not null);
    }

    [Fact]
    public async Task AnyKey_StartsTheIdleTimeAnew()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "**#");
        phone.Pause(TimeSpan.FromSeconds(599));
        await phone.Keys("down");
        phone.Pause(TimeSpan.FromSeconds(599));
        Assert.True(phone.Contents.Settings.Unlocked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reset_Locks_WhereTheProfileSaysSo(bool onReset)
    {
        MenuPhone any = new("7962");
        MenuPhone phone = new(any.Profile with { Menu = any.Profile.Menu with { Relock = new() { OnLeaving = false, OnReset = onReset } } });
        await phone.Keys("settings", "**#", "reset");
        Assert.Equal(!onReset, phone.Contents.Settings.Unlocked);
    }

    [Fact]
    public void NothingOpen_NothingToWakeFor()
    {
        MenuEngine engine = new(new MenuPhone("7962").Profile, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(), new MenuPhone("7962"));
        Assert.Null(engine.Wake);
    }
}
