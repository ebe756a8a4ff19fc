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
        FlashContents found = Read(folder.Path, FlashContents.Empty);
        Assert.True(found.Settings.EncryptedConfig);
        Assert.Equal("a message", Assert.Single(found.StatusMessages).Text);
    }

    [Fact]
    public void Folder_OfANewPhone_GetsWhatThePhoneWasDeliveredWith()
    {
        using TemporaryFolder folder = new();
        FlashContents delivered = FlashContents.Empty with { Lsc = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem")) };
        Assert.Equal(delivered.Lsc!.Md5, Read(folder.Path, delivered).Lsc!.Md5);
        Assert.Equal(delivered.Lsc.Md5, Read(folder.Path, FlashContents.Empty).Lsc!.Md5);
    }

    [Fact]
    public void Folder_OfOneThatIsThere_IsNotTouchedByWhatThePhoneWasDeliveredWith()
    {
        using TemporaryFolder folder = new();
        Boot(flash => flash.SetSettings(new() { EncryptedConfig = true }), new(folder.Path));
        FlashContents delivered = FlashContents.Empty with { Lsc = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem")) };
        Assert.Null(Read(folder.Path, delivered).Lsc);
    }

    [Fact]
    public void Folder_BetweenReadingAndWriting_IsNotHeldOpen()
    {
        using TemporaryFolder folder = new();
        FleetFlash inFolders = new(folder.Path);
        inFolders.Read([phone]);
        MemoryFlash flash = new(phone.Flash);
        using (new FolderFlash(folder.PathOf(phone.Device.ToString())))
            flash.SetSettings(new() { EncryptedConfig = true });
        inFolders.Keep(phone, flash);
        using FolderFlash kept = new(folder.PathOf(phone.Device.ToString()));
        Assert.True(kept.Contents.Settings.EncryptedConfig);
    }

    [Fact]
    public void Folder_ThatAnotherProcessHolds_IsSaidSo()
    {
        using TemporaryFolder folder = new();
        using FolderFlash held = new(folder.PathOf(phone.Device.ToString()));
        Assert.Throws<FlashInUseException>(() => Read(folder.Path, FlashContents.Empty));
    }

    private static FleetPhone NewPhone() => new(0, 0x001122334455, new ProfileStore().Find("7962")!);

    /// <summary>What a phone that was delivered with this finds in another run.</summary>
    private static FlashContents Read(string folder, FlashContents delivered)
    {
        FleetPhone later = NewPhone();
        later.Flash = delivered;
        new FleetFlash(folder).Read([later]);
        return later.Flash;
    }

    private void Boot(Action<IFlash> change) => Boot(change, flashes);

    private void Boot(Action<IFlash> change, FleetFlash flashes)
    {
        flashes.Read([phone]);
        MemoryFlash flash = new(phone.Flash);
        change(flash);
        flash.SetStatusMessages([.. flash.Contents.StatusMessages, new(DateTimeOffset.UnixEpoch, "a message")]);
        flashes.Keep(phone, flash);
    }
}
