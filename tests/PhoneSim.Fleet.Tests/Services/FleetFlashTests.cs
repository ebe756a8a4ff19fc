using PhoneSim.Fleet.Services;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;
using Xunit;

namespace PhoneSim.Fleet.Tests.Services;

/// <summary>What stays of a phone in memory between its boots.</summary>
public sealed class FleetFlashTests
{
    private readonly FleetFlash flashes = new(folder: null);
    private readonly FleetPhone phone = NewPhone();

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

    [Fact]
    public void Folder_WhatABootChanged_IsThereForThePhoneOfAnotherRun()
    {
        using TemporaryFolder folder = new();
        Boot(flash => flash.SetSettings(new() { EncryptedConfig = true }), new(folder.Path));
        FleetPhone later = NewPhone();
        FlashContents found = new FleetFlash(folder.Path).Open(later).Contents;
        Assert.True(found.Settings.EncryptedConfig);
        Assert.Equal("a message", Assert.Single(found.StatusMessages).Text);
    }

    [Fact]
    public void Folder_WhileAPhoneBoots_IsNotHeldOpen()
    {
        using TemporaryFolder folder = new();
        FleetFlash inFolders = new(folder.Path);
        IFlash flash = inFolders.Open(phone);
        using (new FolderFlash(folder.PathOf(phone.Device.ToString())))
            flash.SetSettings(new() { EncryptedConfig = true });
        inFolders.Keep(phone, flash);
        using FolderFlash kept = new(folder.PathOf(phone.Device.ToString()));
        Assert.True(kept.Contents.Settings.EncryptedConfig);
    }

    private static FleetPhone NewPhone() => new(0, 0x001122334455, new ProfileStore().Find("7962")!);

    private void Boot(Action<IFlash> change) => Boot(change, flashes);

    private void Boot(Action<IFlash> change, FleetFlash flashes)
    {
        IFlash flash = flashes.Open(phone);
        change(flash);
        flash.SetStatusMessages([.. flash.Contents.StatusMessages, new(DateTimeOffset.UnixEpoch, "a message")]);
        flashes.Keep(phone, flash);
    }
}
