using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Flash;

public sealed class FolderFlashTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => temporary.PathOf("flash");

    public void Dispose() => temporary.Dispose();

    private string PathOf(FlashItem item) => Path.Combine(Folder, FolderFlash.FileOf(item));

    [Fact]
    public void EveryItem_SurvivesTheProcess()
    {
        using (FolderFlash flash = new(Folder))
            Fill(flash);
        using FolderFlash again = new(Folder);
        FlashContents contents = again.Contents;
        Assert.Equal(new string('A', 32), contents.SymmetricKey!.RevealHex());
        Assert.Equal((4, 3), (contents.Itl!.Records.Count, contents.Ctl!.Records.Count));
        Assert.Equal("SEP001122334455.cnf.xml.sgn", contents.Configuration!.FileName);
        Assert.Equal(Vectors.Bytes("plain.cnf.xml"), contents.Configuration.Configuration.Xml.ToArray());
        Assert.Equal(new DigestCredentials("user", new("password")), contents.DigestCredentials);
        Assert.Equal(new FlashSettings { EncryptedConfig = true, Unlocked = true, Password = new("24680"), AlternateTftp1 = new("192.0.2.1", 69) }, contents.Settings);
        Assert.Equal("1d41b1769d85ae5b34a93bdb103cd096", contents.Lsc!.Md5);
        Assert.Equal(2048, contents.Mic!.Rsa!.KeySize);
        Assert.Equal("TFTP timeout", Assert.Single(contents.StatusMessages).Text);
        Assert.Empty(again.Damaged);
    }

    [Fact]
    public void RemovedItems_AreGoneAfterTheProcess()
    {
        using (FolderFlash flash = new(Folder))
        {
            Fill(flash);
            flash.SetSymmetricKey(null);
            flash.SetLsc(null);
        }

        using FolderFlash again = new(Folder);
        Assert.Null(again.Contents.SymmetricKey);
        Assert.Same(again.Contents.Mic, again.Contents.Certificate);
    }

    [Fact]
    public void SetChanged_EveryItemThatDiffers_IsWritten()
    {
        MemoryFlash filled = new(FlashContents.Empty);
        Fill(filled);
        using FolderFlash flash = new(Folder);
        flash.SetChanged(FlashContents.Empty, filled.Contents);
        Assert.Equal(filled.Contents, flash.Contents);
        Assert.All(Enum.GetValues<FlashItem>(), item => Assert.True(File.Exists(PathOf(item))));
    }

    [Fact]
    public void SetChanged_ItemsThatAreTheSame_AreNotWrittenAgain()
    {
        using FolderFlash flash = new(Folder);
        Fill(flash);
        foreach (FlashItem item in Enum.GetValues<FlashItem>())
            File.Delete(PathOf(item));
        flash.SetChanged(flash.Contents, flash.Contents with { Lsc = null });
        Assert.All(Enum.GetValues<FlashItem>(), item => Assert.False(File.Exists(PathOf(item))));
        Assert.Null(flash.Contents.Lsc);
    }

    [Fact]
    public void FilesAndFolder_AreTheOwnersOnly()
    {
        using FolderFlash flash = new(Folder);
        Fill(flash);
        Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(Folder));
        foreach (FlashItem item in Enum.GetValues<FlashItem>())
            Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(PathOf(item)));
    }

    [Fact]
    public void SecondOwner_IsRefusedAndToldWhoHasIt()
    {
        using FolderFlash flash = new(Folder);
        FlashInUseException e = Assert.Throws<FlashInUseException>(() => new FolderFlash(Folder));
        Assert.Contains($"process {Environment.ProcessId}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondOwner_BeforeTheFirstHasSaidItsNumber_IsToldOfAnother()
    {
        Directory.CreateDirectory(Folder);
        using FileStream held = new(Path.Combine(Folder, "lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Assert.EndsWith("is in use by another process", Assert.Throws<FlashInUseException>(() => new FolderFlash(Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewerFormat_IsRefused()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "format"), "2");
        Assert.Throws<FlashFormatException>(() => new FolderFlash(Folder));
    }

    [Theory]
    [InlineData(FlashItem.SymmetricKey)]
    [InlineData(FlashItem.Ctl)]
    [InlineData(FlashItem.Configuration)]
    [InlineData(FlashItem.DigestCredentials)]
    [InlineData(FlashItem.Settings)]
    [InlineData(FlashItem.Lsc)]
    [InlineData(FlashItem.StatusMessages)]
    public void DamagedItem_CountsAsAbsentAndIsReported(FlashItem item)
    {
        using (FolderFlash flash = new(Folder))
            Fill(flash);
        File.WriteAllText(PathOf(item), "damaged");
        using FolderFlash again = new(Folder);
        Assert.StartsWith(FolderFlash.FileOf(item), Assert.Single(again.Damaged), StringComparison.Ordinal);
        Assert.NotNull(again.Contents.Mic);
    }

    private static void Fill(IFlash flash)
    {
        flash.SetSymmetricKey(SymmetricKey.FromHex(new string('A', 32), 128));
        flash.SetItl(TrustList.Parse(Vectors.Bytes("sha1/ITLFile.tlv")));
        flash.SetCtl(TrustList.Parse(Vectors.Bytes("sha1/CTLSEP001122334455.tlv")));
        flash.SetConfiguration(new("SEP001122334455.cnf.xml.sgn", PhoneConfiguration.Parse(Vectors.Bytes("plain.cnf.xml"))));
        flash.SetDigestCredentials(new("user", new("password")));
        flash.SetSettings(new() { EncryptedConfig = true, Unlocked = true, Password = new("24680"), AlternateTftp1 = new("192.0.2.1", 69) });
        flash.SetMic(DeviceCertificate.FromPem(Vectors.Text("keys/phone-mic.pem")));
        flash.SetLsc(DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem")));
        flash.SetStatusMessages([new(DateTimeOffset.UnixEpoch, "TFTP timeout")]);
    }
}
