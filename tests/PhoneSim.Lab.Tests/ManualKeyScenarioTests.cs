using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>The seed's "Manual Key Distribution", end to end over TFTP.</summary>
public sealed class ManualKeyScenarioTests
{
    private const string Encrypted = "SEP001122334455.cnf.xml.enc.sgn";

    public static TheoryData<string> ManualProfiles => ["7942-sip-manual", "7962-sip-manual", "7940-sip-manual", "7960-sip-manual", "6921-rc4", "7800-sip-rc4", "7905-sip-rc4", "7912-sip-rc4"];

    [Theory]
    [MemberData(nameof(ManualProfiles))]
    public async Task RightKey_TheEncryptedFileIsAskedDecryptedAndApplied(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, 'A'));
        bench.TypeKey('A');
        BootReport report = await bench.BootAsync();
        Assert.Equal((BootOutcome.Configured, Encrypted, DecryptionVerdict.Decrypted),
            (report.Outcome, report.Findings.Configuration!.File, report.Findings.Configuration.Decryption));
        Assert.Equal("digest-user", bench.Flash.Contents.DigestCredentials!.User);
    }

    [Theory]
    [MemberData(nameof(ManualProfiles))]
    public async Task WrongKey_IsNotAppliedAndThePhoneCannotRegister(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, 'A'));
        bench.TypeKey('B');
        BootReport report = await bench.BootAsync();
        Assert.Equal((BootOutcome.DecryptFailed, BootState.Stopped), (report.Outcome, report.State));
        Assert.Null(bench.Flash.Contents.Configuration);
        Assert.NotNull(bench.Flash.Contents.SymmetricKey);
    }

    [Theory]
    [MemberData(nameof(ManualProfiles))]
    public async Task MissingKey_GetsTheMinimalFileOnly(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, 'A'));
        BootReport report = await bench.BootAsync();
        Assert.Equal(BootOutcome.Minimal, report.Outcome);
        Assert.DoesNotContain(Encrypted, LabPhoneBench.Asked(report));
    }

    [Theory]
    [MemberData(nameof(ManualProfiles))]
    public async Task KeyLeftInFlash_AfterEncryptionWasSwitchedOff_GoesOnAskingTheEncryptedFileFirst(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, 'A'));
        bench.TypeKey('A');
        await bench.BootAsync();
        bench.Change(p => p with { EncryptedConfig = false });
        foreach (int _ in Enumerable.Range(0, 2))
        {
            BootReport report = await bench.BootAsync();
            Assert.Equal(Encrypted, LabPhoneBench.Asked(report).First(f => f.StartsWith("SEP", StringComparison.Ordinal)));
            Assert.Equal(BootOutcome.Configured, report.Outcome);
        }
    }

    [Theory]
    [MemberData(nameof(ManualProfiles))]
    public async Task KeyCleared_AsksTheUnencryptedFile(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        bench.TypeKey('A');
        bench.Flash.SetSymmetricKey(null);
        BootReport report = await bench.BootAsync();
        Assert.Equal(BootOutcome.Configured, report.Outcome);
        Assert.DoesNotContain(Encrypted, LabPhoneBench.Asked(report));
    }

    [Fact]
    public async Task ManualAes_SignatureIsIgnored_EvenOfAnUnknownSigner()
    {
        await using LabPhoneBench bench = new("7942-sip-manual");
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, 'A'));
        bench.TypeKey('A');
        BootReport report = await bench.BootAsync();
        Assert.Equal(SignatureVerdict.Ignored, report.Findings.Configuration!.Signature);
    }

    [Fact]
    public async Task DigestCredentials_AreKeptReplacedAndBlanked_AndGoneAfterAFactoryReset()
    {
        await using LabPhoneBench bench = new("7942-sip-manual");
        await bench.BootAsync();
        bench.Change(p => p with { ExcludeDigest = true, DigestUser = "other" });
        BootReport kept = await bench.BootAsync();
        Assert.Equal(("digest-user", false), (bench.Flash.Contents.DigestCredentials!.User, kept.Findings.CredentialsFromFile));

        bench.Change(p => p with { ExcludeDigest = false });
        await bench.BootAsync();
        Assert.Equal("other", bench.Flash.Contents.DigestCredentials!.User);

        bench.Change(p => p with { DigestUser = "", DigestPassword = new("") });
        await bench.BootAsync();
        Assert.True(bench.Flash.Contents.DigestCredentials!.IsBlank);

        FactoryReset.Run(bench.Flash, bench.Profile);
        Assert.Null(bench.Flash.Contents.DigestCredentials);
    }
}
