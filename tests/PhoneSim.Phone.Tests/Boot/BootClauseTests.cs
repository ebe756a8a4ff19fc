using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Boot;

/// <summary>shared/spec/boot.md, clauses that need no network.</summary>
public sealed class BootClauseTests
{
    private const string Ctl = "CTLSEP001122334455.tlv";
    private const string Encrypted = "SEP001122334455.cnf.xml.enc.sgn";
    private const string Plain = "SEP001122334455.cnf.xml";

    private static readonly byte[] Full = Vectors.Bytes("plain.cnf.xml");

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 4)]
    [InlineData("3", 4)]
    public async Task MissingCtl_IsAskedFourTimes_WhileTheDeviceIsAuthenticatedOrEncrypted(string mode, int times)
    {
        TestPhone phone = new();
        phone.Flash.SetConfiguration(new(Plain, PhoneConfiguration.Parse(new ConfigurationEditor(Full).Set("deviceSecurityMode", mode).ToXml())));
        await phone.BootAsync();
        Assert.Equal(times, phone.Server.Asked.Count(file => file == Ctl));
    }

    [Fact]
    public async Task SharedItl_IsAskedOnlyWhenThePhonesOwnIsMissing()
    {
        TestPhone phone = new();
        phone.Server["ITLSEP001122334455.tlv"] = Vectors.Bytes("sha1/ITLFile.tlv");
        await phone.BootAsync();
        Assert.DoesNotContain("ITLFile.tlv", phone.Server.Asked);
    }

    [Fact]
    public async Task HashMatches_OnALoadThatAsksInTheSameRun_NoResetIsNeeded()
    {
        TestPhone phone = new TestPhone { Profile = TestPhone.PublicKey with { Encryption = TestPhone.PublicKey.Encryption with { SameRun = true } } }.WithVectors("sha1");
        phone.Flash.SetLsc(TestPhone.Certificate("phone-lsc"));
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Configured, 0, Encrypted), (report.Outcome, report.Findings.Resets, phone.Server.Asked[^1]));
    }

    [Fact]
    public async Task XmlThatDoesNotParse_IsDiscardedWhole_AndAskedForOnceMore()
    {
        TestPhone phone = new() { Profile = TestPhone.Unencrypted };
        phone.Server.Once(Plain, Full[..^30]);
        phone.Server[Plain] = Full;
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Configured, 2), (report.Outcome, phone.Server.Asked.Count(file => file == Plain)));
        Assert.Equal(Full, phone.Flash.Contents.Configuration!.Configuration.Xml.ToArray());
    }

    [Fact]
    public async Task XmlThatNeverParses_LeavesTheConfigurationInFlash()
    {
        TestPhone phone = new() { Profile = TestPhone.Unencrypted };
        phone.Flash.SetConfiguration(new(Plain, PhoneConfiguration.Parse(Full)));
        phone.Server[Plain] = "<device>"u8.ToArray();
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.Rejected, true, 2), (report.Outcome, report.Findings.FromFlash, phone.Server.Asked.Count(file => file == Plain)));
        Assert.Equal(Full, phone.Flash.Contents.Configuration!.Configuration.Xml.ToArray());
    }

    [Fact]
    public async Task WrongManualKey_ThePhoneStopsBeforeItRegisters_AlthoughFlashHoldsAConfiguration()
    {
        TestPhone phone = new TestPhone { Profile = TestPhone.ManualAes }.WithVectors("sha1");
        phone.Flash.SetConfiguration(new(Plain, PhoneConfiguration.Parse(Full)));
        phone.Flash.SetSymmetricKey(SymmetricKey.FromHex(new string('A', 32), 128));
        BootReport report = await phone.BootAsync();
        Assert.Equal((BootOutcome.DecryptFailed, BootState.Stopped), (report.Outcome, report.State));
        Assert.NotNull(phone.Flash.Contents.Configuration);
    }

    [Fact]
    public async Task TrustListOf64Kilobytes_IsRead_OneByteMoreIsRefused()
    {
        TestPhone phone = new();
        phone.Server["ITLSEP001122334455.tlv"] = Padded(65536);
        Assert.Equal(TrustListVerdict.SignatureInvalid, (await phone.BootAsync()).Findings.Itl);
        phone.Server["ITLSEP001122334455.tlv"] = Padded(65537);
        Assert.Equal(TrustListVerdict.TooBig, (await phone.BootAsync()).Findings.Itl);
    }

    [Fact]
    public async Task FactoryReset_LeavesTheMicAndNothingElse()
    {
        TestPhone phone = new TestPhone().WithVectors("sha1");
        phone.Flash.SetMic(TestPhone.Certificate("phone-mic"));
        phone.Flash.SetLsc(TestPhone.Certificate("phone-lsc"));
        phone.Flash.SetSymmetricKey(SymmetricKey.FromHex(new string('A', 32), 128));
        await phone.BootAsync();
        phone.Flash.SetSettings(phone.Flash.Contents.Settings with { AlternateTftp1 = new("192.0.2.9", 69) });
        Assert.NotNull(phone.Flash.Contents.Itl);
        FactoryReset.Run(phone.Flash, phone.Profile);
        Assert.Equal(FlashContents.Empty with { Mic = phone.Flash.Contents.Mic, StatusMessages = phone.Flash.Contents.StatusMessages }, phone.Flash.Contents);
        Assert.Empty(phone.Flash.Contents.StatusMessages);
    }

    /// <summary>The vector's list with records behind it, of role APP-SERVER and one unknown element: another file, whose signature does not hold.</summary>
    private static byte[] Padded(int length)
    {
        List<byte> list = [.. Vectors.Bytes("sha1/ITLFile.tlv")];
        while (list.Count < length)
            list.AddRange(Record(length - list.Count > 50_000 ? 40_000 : length - list.Count));
        return [.. list];
    }

    private static byte[] Record(int length) => [1, 0, 2, (byte)(length >> 8), (byte)length, 4, 0, 2, 0, 7, 200, (byte)((length - 13) >> 8), (byte)(length - 13), .. new byte[length - 13]];
}
