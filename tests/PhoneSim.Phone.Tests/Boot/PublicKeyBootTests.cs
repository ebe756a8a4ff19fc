using System.Text;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Boot;

public sealed class PublicKeyBootTests
{
    private const string Encrypted = "SEP001122334455.cnf.xml.enc.sgn";
    private const string Signed = "SEP001122334455.cnf.xml.sgn";

    [Theory]
    [InlineData("sha1", "", "phone-lsc")]
    [InlineData("sha512", "", "phone-lsc")]
    [InlineData("sha1", "mic/", "phone-mic")]
    [InlineData("sha512", "mic/", "phone-mic")]
    public async Task MinimalFile_HashMatches_PhoneResetsAndAppliesTheEncryptedFile(string digest, string folder, string key)
    {
        TestPhone phone = new TestPhone().WithVectors(digest, folder);
        phone.Flash.SetLsc(TestPhone.Certificate(key));
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Configured, 1), (report.Outcome, report.Findings.Resets));
        Assert.Equal((Encrypted, true), (report.Findings.Configuration!.File, phone.Flash.Contents.Settings.EncryptedConfig));
        Assert.Equal(Vectors.Bytes("plain.cnf.xml"), phone.Flash.Contents.Configuration!.Configuration.Xml.ToArray());
    }

    [Fact]
    public async Task RememberedEncryption_AtTheNextStart_AsksTheEncryptedFileFirst()
    {
        TestPhone phone = await ConfiguredAsync();
        phone.Server.Asked.Clear();
        BootReport report = await phone.BootAsync();
        Assert.Equal(["CTLSEP001122334455.tlv", "ITLSEP001122334455.tlv", Encrypted], phone.Server.Asked);
        Assert.Equal(BootOutcome.Configured, report.Outcome);
    }

    [Fact]
    public async Task LscAndMic_BothPresent_TheLscDecrypts()
    {
        TestPhone phone = new TestPhone().WithVectors("sha1");
        phone.Flash.SetMic(TestPhone.Certificate("phone-mic"));
        phone.Flash.SetLsc(TestPhone.Certificate("phone-lsc"));
        await phone.BootAsync();
        Assert.Equal(DecryptionKey.Lsc, phone.Events.OfType<FileDecrypted>().Last().Key);
    }

    [Fact]
    public async Task EncryptionSwitchedOff_FallsBackToTheSignedFile_AndForgetsTheFlag()
    {
        TestPhone phone = await ConfiguredAsync();
        phone.Server.Remove(Encrypted);
        phone.Server[Signed] = Vectors.Bytes("sha1/full-sgn/SEP001122334455.cnf.xml.sgn");
        phone.Server.Asked.Clear();
        BootReport report = await phone.BootAsync();
        Assert.Equal([Encrypted, Signed], phone.Server.Asked.TakeLast(2));
        Assert.Equal((BootOutcome.Configured, Signed), (report.Outcome, report.Findings.Configuration!.File));
    }

    [Fact]
    public async Task HashOfAnotherCertificate_WouldStartCapf()
    {
        TestPhone phone = new TestPhone().WithVectors("sha1");
        phone.Flash.SetMic(TestPhone.Certificate("phone-mic"));
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Minimal, "public-key-mismatch"), (report.Outcome, report.Findings.EnrolmentReason));
    }

    [Fact]
    public async Task EncryptedForAnotherKey_IsNotApplied_AndWouldStartCapf()
    {
        TestPhone phone = new TestPhone().WithVectors("sha1");
        phone.Flash.SetMic(TestPhone.Certificate("phone-mic"));
        phone.Flash.SetSettings(new FlashSettings { EncryptedConfig = true });
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.DecryptFailed, "decrypt-failed"), (report.Outcome, report.Findings.EnrolmentReason));
        Assert.Equal(DecryptionVerdict.KeyNotForThisPhone, report.Findings.Configuration!.Decryption);
        Assert.Null(phone.Flash.Contents.Configuration);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-1)]
    public async Task OneByteAltered_IsNotApplied_AndTheOldConfigurationStays(int index)
    {
        TestPhone phone = await ConfiguredAsync();
        byte[] altered = Vectors.Bytes($"sha1/{Encrypted}");
        altered[index < 0 ? altered.Length + index : index] ^= 1;
        phone.Server[Encrypted] = altered;
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Rejected, true), (report.Outcome, report.Findings.FromFlash));
        Assert.NotNull(phone.Flash.Contents.Configuration);
    }

    [Fact]
    public async Task TrustListOfAnotherDigest_TheSignerIsStillTheSame_AndIsUpdated()
    {
        TestPhone phone = await ConfiguredAsync();
        phone.WithVectors("sha512");
        BootReport report = await phone.BootAsync();
        Assert.Equal((TrustListVerdict.Updated, BootOutcome.Configured), (report.Findings.Itl, report.Outcome));
    }

    [Fact]
    public async Task SameTrustList_AtTheNextStart_IsUnchanged()
    {
        TestPhone phone = await ConfiguredAsync();
        BootReport report = await phone.BootAsync();
        Assert.Equal(TrustListVerdict.Unchanged, report.Findings.Itl);
    }

    [Fact]
    public async Task NothingReachable_TheLastGoodConfigurationIsUsed()
    {
        TestPhone phone = await ConfiguredAsync();
        phone.Server.Always = FetchAnswer.Timeout;
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Configured, true, BootState.Ready), (report.Outcome, report.Findings.FromFlash, report.State));
    }

    [Fact]
    public async Task NothingReachable_AndNothingInFlash_IsUnreachable()
    {
        TestPhone phone = new() { Server = { Always = FetchAnswer.Timeout } };
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Unreachable, BootState.Stopped), (report.Outcome, report.State));
    }

    [Fact]
    public async Task NoTrustList_PlainNameIsAsked_ThenTheDefault()
    {
        TestPhone phone = new();
        BootReport report = await phone.BootAsync();
        Assert.Equal(["CTLSEP001122334455.tlv", "ITLSEP001122334455.tlv", "ITLFile.tlv", "SEP001122334455.cnf.xml", "XMLDefault.cnf.xml"], phone.Server.Asked);
        Assert.Equal(BootOutcome.NoConfig, report.Outcome);
    }

    /// <summary>As call managers write it.</summary>
    private static readonly byte[] DefaultXml = Encoding.UTF8.GetBytes("""
        <Default><callManagerGroup><members><member priority="0"><callManager><ports><ethernetPhonePort>2001</ethernetPhonePort></ports><processNodeName>192.0.2.7</processNodeName></callManager></member></members></callManagerGroup>
        <TVS><members><member priority="0"><port>2445</port><address>192.0.2.8</address></member></members></TVS><loadInformation404 model="Cisco 7962">SIP42.9-4-2SR3-1S</loadInformation404></Default>
        """);

    [Fact]
    public async Task UnknownPhone_TakesItsCallManagerFromTheDefault()
    {
        TestPhone phone = new();
        phone.Server["XMLDefault.cnf.xml"] = DefaultXml;
        BootReport report = await phone.BootAsync();
        PhoneConfiguration used = phone.Flash.Contents.Configuration!.Configuration;
        Assert.Equal((BootOutcome.Configured, new CallManager(0, "192.0.2.7", 5060, 5061, 2001), new ServerAddress("192.0.2.8", 2445)), (report.Outcome, used.CallManagers.Single(), used.TvsServers.Single()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PhonesOwnFile_WithTheRootOfTheDefault_IsRefused(bool defaultInFlash)
    {
        TestPhone phone = new();
        phone.Server["XMLDefault.cnf.xml"] = DefaultXml;
        if (defaultInFlash)
            await phone.BootAsync();
        phone.Server["SEP001122334455.cnf.xml"] = DefaultXml;
        BootReport report = await phone.BootAsync();
        Assert.Equal(BootOutcome.Rejected, report.Outcome);
        Assert.Contains("root element device expected, Default found", report.Findings.Configuration!.Malformed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerThatAlwaysAnnouncesWhatItLacks_DoesNotResetForEver()
    {
        TestPhone phone = new TestPhone().WithVectors("sha1");
        phone.Flash.SetLsc(TestPhone.Certificate("phone-lsc"));
        phone.Server.Remove(Encrypted);
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Minimal, 1), (report.Outcome, report.Findings.Resets));
    }

    private static async Task<TestPhone> ConfiguredAsync()
    {
        TestPhone phone = new TestPhone().WithVectors("sha1");
        phone.Flash.SetLsc(TestPhone.Certificate("phone-lsc"));
        await phone.BootAsync();
        return phone;
    }
}
