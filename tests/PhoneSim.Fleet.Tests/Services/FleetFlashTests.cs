using PhoneSim.Fleet.Services;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using Xunit;

namespace PhoneSim.Fleet.Tests.Services;

/// <summary>What stays of a phone in memory between its boots.</summary>
public sealed class FleetFlashTests
{
    private readonly FleetFlash flashes = new(folder: null);
    private readonly FleetPhone phone = new(0, 0x001122334455, new ProfileStore().Find("7962")!);

    [Fact]
    public void Keep_BootThatChangedNothing_KeepsWhatWasThere()
    {
        Boot(flash => flash.SetSettings(new() { EncryptedConfig = true }));
        FlashContents before = phone.Flash;
        Boot(flash => flash.SetSettings(new() { EncryptedConfig = true }));
        Assert.Same(before, phone.Flash);
    }

    [Fact]
    public void Keep_BootThatChangedSomething_KeepsTheChange()
    {
        Boot(flash => flash.SetSettings(new() { EncryptedConfig = true }));
        Assert.True(phone.Flash.Settings.EncryptedConfig);
        Assert.Empty(phone.Flash.StatusMessages);
    }

    private void Boot(Action<IFlash> change)
    {
        IFlash flash = flashes.Open(phone);
        change(flash);
        flash.SetStatusMessages([.. flash.Contents.StatusMessages, new(DateTimeOffset.UnixEpoch, "a message")]);
        FleetFlash.Keep(phone, flash);
    }
}
