using System.Net;
using System.Text;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Lab.Tftp;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>A server that hands out what no server should: a reason each, and nothing in flash is lost.</summary>
public sealed class BadInputScenarioTests
{
    private const string Itl = "ITLSEP001122334455.tlv";
    private const string Configuration = "SEP001122334455.cnf.xml.sgn";

    public static TheoryData<string> TrustLists => ["truncated", "header-beyond-the-file", "zero-length-records", "65 KB", "garbage", "empty", "nothing-but-zeros"];

    [Theory]
    [MemberData(nameof(TrustLists))]
    public async Task BadTrustList_IsRefused_TheOneInFlashStays(string kind)
    {
        await using LabPhoneBench bench = new("7962");
        await bench.BootAsync();
        FlashContents before = bench.Flash.Contents;
        BootReport report = await BootAsync(bench, name => name == Itl ? Bad(kind, File.ReadAllBytes(Path.Combine(bench.Database.OfferedFolder, Itl))) : null);
        Assert.True(report.Findings.Itl is TrustListVerdict.Malformed or TrustListVerdict.TooBig, $"{report.Findings.Itl}");
        Assert.Same(before.Itl, bench.Flash.Contents.Itl);
        Assert.Contains(report.Findings.StatusMessages, m => m.Contains("fail", StringComparison.OrdinalIgnoreCase) || m.Contains("error", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(BootOutcome.Configured, report.Outcome);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><device>&c;</device>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><device>&x;</device>")]
    [InlineData("<device><fullConfig>true</fullConfig>")]
    [InlineData("no XML")]
    [InlineData("")]
    public async Task BadXml_RightlySigned_IsRefused_TheConfigurationInFlashStays(string xml)
    {
        await using LabPhoneBench bench = new("7962");
        await bench.BootAsync();
        StoredConfiguration before = bench.Flash.Contents.Configuration!;
        byte[] signed = SignedFileWriter.Write(Encoding.UTF8.GetBytes(xml), bench.Database.Pki.Cucm, new() { FileName = Configuration, TimeStamp = TimeProvider.System.GetUtcNow() });
        BootReport report = await BootAsync(bench, name => name == Configuration ? signed : null);
        Assert.NotNull(report.Findings.Configuration!.Malformed);
        Assert.Equal(BootOutcome.Rejected, report.Outcome);
        Assert.Same(before, bench.Flash.Contents.Configuration);
    }

    [Fact]
    public async Task ConfigurationOverTheSizeLimit_IsTooBig_TheOneInFlashStays()
    {
        await using LabPhoneBench bench = new("7962");
        await bench.BootAsync();
        BootReport report = await BootAsync(bench, name => name == Configuration ? new byte[bench.Profile.Fetch.SizeLimit + 1] : null);
        Assert.Contains("CFG TFTP Size Error", report.Findings.StatusMessages);
        Assert.Contains(report.Findings.Requests, r => r.File == Configuration && r.Result.AnswerText == "too-big");
        Assert.NotNull(bench.Flash.Contents.Configuration);
    }

    [Fact]
    public async Task SignatureAlteredInOneByte_IsNotApplied_TheConfigurationInFlashStays()
    {
        await using LabPhoneBench bench = new("7962");
        await bench.BootAsync();
        StoredConfiguration before = bench.Flash.Contents.Configuration!;
        byte[] file = await File.ReadAllBytesAsync(Path.Combine(bench.Database.OfferedFolder, Configuration), TestContext.Current.CancellationToken);
        file[^20] ^= 1;
        BootReport report = await BootAsync(bench, name => name == Configuration ? file : null);
        Assert.Equal((BootOutcome.Rejected, SignatureVerdict.Invalid), (report.Outcome, report.Findings.Configuration!.Signature));
        Assert.Same(before, bench.Flash.Contents.Configuration);
    }

    [Fact]
    public async Task FirmwareLoadWithoutEncryption_AsksTheUnencryptedName_AndGetsTheMinimalFile()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { EncryptedConfig = true, Certificate = Vectors.Text("keys/phone-mic.pem") });
        using TemporaryFolder profiles = new();
        await File.WriteAllTextAsync(profiles.PathOf("7962-old-load.json"), """{ "extends": "7962", "encryption": { "method": "none", "layout": null, "keyBits": 0 } }""", TestContext.Current.CancellationToken);
        FirmwareProfile old = new ProfileStore(profiles.Path).Find("7962-old-load")!;
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole with { Profile = old });
        Assert.DoesNotContain(LabPhoneBench.Asked(report), f => f.EndsWith(".enc.sgn", StringComparison.Ordinal));
        Assert.Equal((BootOutcome.Minimal, 0), (report.Outcome, report.Findings.Capf.Count));
    }

    private static byte[] Bad(string kind, byte[] good)
    {
        switch (kind)
        {
            case "truncated":
                return good[..(good.Length / 2)];
            case "header-beyond-the-file":
                byte[] beyond = [.. good];
                beyond[9] = 0xff;
                beyond[8] = 0xff;
                return beyond;
            case "zero-length-records":
                return [.. good[..600], .. new byte[200]];
            case "65 KB":
                return new byte[65 * 1024];
            case "garbage":
                byte[] garbage = new byte[900];
                new Random(3).NextBytes(garbage);
                return garbage;
            case "empty":
                return [];
            default:
                return new byte[500];
        }
    }

    /// <summary>The lab's files, but for those that are replaced.</summary>
    private static async Task<BootReport> BootAsync(LabPhoneBench bench, Func<string, byte[]?> replace)
    {
        await using TftpServer server = new(new(IPAddress.Loopback, 0), new Replaced(new FolderFileSource(bench.Database.OfferedFolder), replace), TimeProvider.System);
        return await LabPhoneBench.BootAsync(bench.FilesOnly with { TftpPort = server.EndPoint.Port });
    }

    private sealed class Replaced(IFileSource files, Func<string, byte[]?> replace) : IFileSource
    {
        public byte[]? Read(string name) => replace(name) ?? files.Read(name);
    }
}
