using PhoneSim.Phone.Enrolment;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>The seed's "Symmetric Key Encryption with Phone Public Key", end to end over TFTP.</summary>
public sealed class PublicKeyScenarioTests
{
    private const string Encrypted = "SEP001122334455.cnf.xml.enc.sgn";
    private const string Signed = "SEP001122334455.cnf.xml.sgn";

    [Theory]
    [InlineData("7962")]
    [InlineData("8845")]
    [InlineData("7941-sccp")]
    public async Task DatabaseKnowsTheMic_MinimalFileResetEncryptedFile(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        EncryptFor(bench, TestCertificate("phone-mic"));
        BootReport report = await bench.BootAsync();
        Assert.Equal([Signed, "CTLSEP001122334455.tlv", "ITLSEP001122334455.tlv", Encrypted], LabPhoneBench.Asked(report).SkipWhile(f => f != Signed));
        Assert.Equal((BootOutcome.Configured, 1, SignatureVerdict.Valid), (report.Outcome, report.Findings.Resets, report.Findings.Configuration!.Signature));
    }

    [Fact]
    public async Task EncryptionOff_EncryptedFileIsNotFound_SignedFileIsWhole()
    {
        await using LabPhoneBench bench = new("7962");
        EncryptFor(bench, TestCertificate("phone-mic"));
        await bench.BootAsync();
        bench.Change(p => p with { EncryptedConfig = false });
        BootReport report = await bench.BootAsync();
        Assert.Equal([(Encrypted, "not-found"), (Signed, "ok")], report.Findings.Requests.TakeLast(2).Select(r => (r.File, r.Result.AnswerText)));
        Assert.Equal((BootOutcome.Configured, false), (report.Outcome, bench.Flash.Contents.Settings.EncryptedConfig));
    }

    [Fact]
    public async Task UnknownCertificate_BlankHash_WouldStartCapf()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { EncryptedConfig = true });
        BootReport report = await bench.BootAsync();
        Assert.Equal("public-key-mismatch", report.Findings.EnrolmentReason);
    }

    [Fact]
    public async Task ByAuthenticationString_ThePhoneWaits()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { EncryptedConfig = true, Capf = CapfOperation.Install, CapfMode = CapfAuthentication.AuthString, AuthString = new("482913") });
        BootReport report = await bench.BootAsync();
        Assert.Equal((BootOutcome.WaitingForAuthString, BootState.AwaitingAuthString), (report.Outcome, report.State));
    }

    [Theory]
    [InlineData("6901")]
    [InlineData("6911")]
    public async Task PhonesWithoutItl_InMixedMode_TrustTheCtl(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Database.Save(bench.Database.Cluster with { MixedMode = true });
        BootReport report = await bench.BootAsync();
        Assert.DoesNotContain(LabPhoneBench.Asked(report), f => f.StartsWith("ITL", StringComparison.Ordinal));
        Assert.Equal((TrustListVerdict.Initial, SignatureVerdict.Valid), (report.Findings.Ctl, report.Findings.Configuration!.Signature));
    }

    [Fact]
    public async Task PhonesWithoutItl_OutsideMixedMode_AskThePlainName()
    {
        await using LabPhoneBench bench = new("6901");
        BootReport report = await bench.BootAsync();
        Assert.Equal("SEP001122334455.cnf.xml", LabPhoneBench.Asked(report).Last());
    }

    [Fact]
    public async Task TrustListMadeAnewByTheKnownSast_IsUpdated()
    {
        await using LabPhoneBench bench = new("7962");
        await bench.BootAsync();
        bench.Database.Save(bench.Database.Cluster with { TrustListsMade = DateTimeOffset.UnixEpoch });
        BootReport report = await bench.BootAsync();
        Assert.Equal((TrustListVerdict.Updated, BootOutcome.Configured), (report.Findings.Itl, report.Outcome));
        Assert.Contains("Trust List updated", report.Findings.StatusMessages);
    }

    [Fact]
    public async Task LscInstalled_TheFileIsEncryptedForItAndTheLscDecrypts()
    {
        await using LabPhoneBench bench = new("7962");
        DeviceCertificate lsc = TestCertificate("phone-lsc");
        bench.Flash.SetLsc(lsc);
        bench.Change(p => p with { EncryptedConfig = true, Certificate = lsc.Certificate.ExportCertificatePem() });
        BootReport report = await bench.BootAsync();
        Assert.Equal((BootOutcome.Configured, Encrypted, DecryptionKey.Lsc), (report.Outcome, report.Findings.Configuration!.File, report.Findings.Configuration.Key));
    }

    [Fact]
    public async Task OtherCluster_ItsTrustListAndItsFilesAreRefused()
    {
        await using LabPhoneBench first = new("7962");
        await first.BootAsync();
        await using LabPhoneBench second = new("7962", ownKeys: true);
        second.Flash.SetItl(first.Flash.Contents.Itl);
        second.Flash.SetConfiguration(first.Flash.Contents.Configuration);
        BootReport report = await second.BootAsync();
        Assert.Equal((TrustListVerdict.SignerUnknown, SignatureVerdict.UnknownSigner, BootOutcome.Rejected), (report.Findings.Itl, report.Findings.Configuration!.Signature, report.Outcome));
        Assert.True(report.Findings.FromFlash);
    }

    [Fact]
    public async Task SccpPhoneWithoutEncryption_CannotBeEncrypted_AndIsConfigured()
    {
        await using LabPhoneBench bench = new("7942-sccp");
        Assert.Throws<LabException>(() => bench.Change(p => p with { EncryptedConfig = true }));
        Assert.Equal(BootOutcome.Configured, (await bench.BootAsync()).Outcome);
    }

    private static DeviceCertificate TestCertificate(string key) => DeviceCertificate.FromPem(Vectors.Text($"keys/{key}.pem"));

    private static void EncryptFor(LabPhoneBench bench, DeviceCertificate certificate)
    {
        bench.Flash.SetMic(certificate);
        bench.Change(p => p with { EncryptedConfig = true, Certificate = certificate.Certificate.ExportCertificatePem() });
    }
}
