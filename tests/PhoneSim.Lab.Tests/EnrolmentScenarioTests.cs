using PhoneSim.Formats.Capf;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>The seed's whole loop, by itself: minimal file, hash differs, CAPF, reset, encrypted file.</summary>
public sealed class EnrolmentScenarioTests
{
    private const string Encrypted = "SEP001122334455.cnf.xml.enc.sgn";

    [Theory]
    [InlineData("7962")]
    [InlineData("8845")]
    [InlineData("7941-sccp")]
    public async Task NullString_NothingKnown_EndsWithAnLscAndTheEncryptedFile(string profile)
    {
        await using LabPhoneBench bench = Scheduled(profile, CapfAuthentication.NullString);
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        AssertEnrolled(bench, report);
        Assert.Equal("public-key-mismatch", report.Findings.Capf[0].Reason);
    }

    [Fact]
    public async Task Mic_ProvesThePhone_EndsWithAnLsc()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.ExistingMic);
        AssertEnrolled(bench, await LabPhoneBench.BootAsync(bench.Whole));
    }

    [Fact]
    public async Task WrongHash_DatabaseKnowsAnotherPhonesCertificate_IsEnrolledAnew()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString);
        bench.Change(p => p with { Certificate = Vectors.Text("keys/phone-lsc.pem") });
        AssertEnrolled(bench, await LabPhoneBench.BootAsync(bench.Whole));
    }

    [Fact]
    public async Task Fetch_TheDatabaseLearnsTheMic_TheEncryptedFileIsForIt()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString, CapfOperation.Fetch);
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal((BootOutcome.Configured, CapfOutcome.Fetched, Encrypted), (report.Outcome, report.Findings.Capf[0].Result.Outcome, report.Findings.Configuration!.File));
        Assert.Null(bench.Flash.Contents.Lsc);
    }

    [Fact]
    public async Task AuthString_NotTyped_ThePhoneWaitsAndSaysSo()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.AuthString);
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal((BootOutcome.WaitingForAuthString, 0), (report.Outcome, report.Findings.Capf.Count));
        Assert.Contains(report.Findings.StatusMessages, m => m == bench.Profile.Texts["waiting-for-auth-string"].Text);
    }

    [Fact]
    public async Task AuthString_Given_GoesOnToTheEncryptedFile()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.AuthString);
        AssertEnrolled(bench, await LabPhoneBench.BootAsync(bench.Whole with { AuthString = new("482913") }));
    }

    [Fact]
    public async Task AuthString_Wrong_IsRefusedAndNothingIsStored()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.AuthString);
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole with { AuthString = new("000000") });
        Assert.Equal("refused-7", report.Findings.Capf.Single().Result.Word);
        Assert.Null(bench.Flash.Contents.Lsc);
        Assert.NotEqual(BootOutcome.Configured, report.Outcome);
    }

    [Fact]
    public async Task DecryptFailed_AnotherKeyOnTheServer_IsEnrolledAnew()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString);
        await LabPhoneBench.BootAsync(bench.Whole);
        DeviceCertificate first = bench.Flash.Contents.Lsc!;
        bench.Change(p => p with { Certificate = Vectors.Text("keys/phone-mic.pem"), Capf = CapfOperation.Install });
        bench.Flash.SetMic(null);
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole with { Mic = SharedKeys.Mic });
        Assert.Equal(BootOutcome.Configured, report.Outcome);
        Assert.NotEqual(first.Md5, bench.Flash.Contents.Lsc!.Md5);
        Assert.Equal("decrypt-failed", report.Findings.Capf.Single().Reason);
    }

    [Fact]
    public async Task NothingScheduled_BlankHash_StaysMinimal()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString, CapfOperation.None);
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal((BootOutcome.Minimal, CapfOutcome.NoOperation), (report.Outcome, report.Findings.Capf.Single().Result.Outcome));
    }

    [Fact]
    public async Task Delete_ThePhoneKnocksAndLosesItsLsc()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString);
        await LabPhoneBench.BootAsync(bench.Whole);
        bench.Change(p => p with { Capf = CapfOperation.Delete, Certificate = Vectors.Text("keys/phone-mic.pem") });
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal(CapfOutcome.Deleted, report.Findings.Capf[0].Result.Outcome);
        Assert.Null(bench.Flash.Contents.Lsc);
    }

    [Theory]
    [InlineData(CapfOperation.Install, CapfOutcome.Stored)]
    [InlineData(CapfOperation.Fetch, CapfOutcome.Fetched)]
    public async Task Mode_InAFullConfiguration_StartsOneSession(CapfOperation operation, CapfOutcome outcome)
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { Capf = operation, CapfKeyBits = 1024 });
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal((BootOutcome.Configured, 1), (report.Outcome, report.Findings.Resets));
        Assert.Equal(("authentication-mode", outcome), (report.Findings.Capf.Single().Reason, report.Findings.Capf.Single().Result.Outcome));
    }

    [Fact]
    public async Task Mode_InAnEncryptedFile_StartsASessionToo()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString);
        await LabPhoneBench.BootAsync(bench.Whole);
        bench.Change(p => p with { Capf = CapfOperation.Delete });
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal(("authentication-mode", CapfOutcome.Deleted), (report.Findings.Capf[0].Reason, report.Findings.Capf[0].Result.Outcome));
    }

    [Fact]
    public async Task Mode_WhenNoOperationWaits_StartsNoSession()
    {
        await using LabPhoneBench bench = new("7962");
        Assert.Empty((await LabPhoneBench.BootAsync(bench.Whole)).Findings.Capf);
    }

    [Fact]
    public async Task Mode_ByAuthStringInAFullConfiguration_IsLeftToTheUser()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { Capf = CapfOperation.Install, CapfMode = CapfAuthentication.AuthString, AuthString = new("482913"), CapfKeyBits = 1024 });
        BootReport waiting = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal((BootOutcome.Configured, 0), (waiting.Outcome, waiting.Findings.Capf.Count));
        BootReport typed = await LabPhoneBench.BootAsync(bench.Whole with { AuthString = new("482913") });
        Assert.Equal(CapfOutcome.Stored, typed.Findings.Capf.Single().Result.Outcome);
    }

    [Fact]
    public async Task Mode_WhenCapfIsDown_IsAskedOnceAndThePhoneIsConfigured()
    {
        await using LabPhoneBench bench = new("7962") { Capf = new() };
        bench.Change(p => p with { Capf = CapfOperation.Install });
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole with { CapfServers = [new("127.0.0.1", 1)] });
        Assert.Equal((BootOutcome.Configured, "unreachable"), (report.Outcome, report.Findings.Capf.Single().Result.Word));
    }

    [Fact]
    public async Task NoCertificateAtAll_IsEnrolledLikeABlankHash()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString);
        bench.Flash.SetMic(null);
        AssertEnrolled(bench, await LabPhoneBench.BootAsync(bench.Whole with { Profile = bench.Profile with { Certificates = bench.Profile.Certificates with { HasMic = false } } }));
        Assert.Null(bench.Flash.Contents.Mic);
    }

    [Fact]
    public async Task NullString_ThoughAStringWasGiven_IsWhatIsSent()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString);
        await LabPhoneBench.BootAsync(bench.Whole with { AuthString = new("999999") });
        CapfMessage response = bench.Events.OfType<CapfProgressed>().Select(e => e.Step.Message).First(m => m?.Command == CapfCommand.AuthResponse)!;
        Assert.True(CapfAuthResponse.Read(response).Password.IsEmpty);
    }

    /// <summary>EC needs both: a load that can, and an ITL of signer version 1.1, which the lab gives to phones with HTTPS.</summary>
    [Theory]
    [InlineData("8845", true, "stored")]
    [InlineData("8845", false, "refused-7")]
    [InlineData("7962", true, "refused-7")]
    public async Task EcKey_NeedsTheLoadAndTheItl(string profile, bool loadCan, string word)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Change(p => p with { Capf = CapfOperation.Install, CapfCurve = CapfCurve.P384 });
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole with { Profile = bench.Profile with { Capf = bench.Profile.Capf with { Curves = loadCan ? [CapfCurve.P384] : [] } } });
        Assert.Equal(word, report.Findings.Capf.Single().Result.Word);
        Assert.Equal(word == "stored", bench.Flash.Contents.Lsc?.Ec is not null);
    }

    [Fact]
    public async Task AuthString_WrongForTheTenthTime_LocksThePhoneWhateverItsPowerDoes()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.AuthString);
        bench.Flash.SetSettings(new() { AuthStrings = new(9, DateTimeOffset.MinValue) });
        await LabPhoneBench.BootAsync(bench.Whole with { AuthString = new("000000") });
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole with { AuthString = new("482913") });
        Assert.Equal("refused-locked-out", report.Findings.Capf.Single().Result.Word);
        Assert.Contains("Too many wrong strings, wait 10 min", report.Findings.StatusMessages);
    }

    [Fact]
    public async Task ForeignCapfCertificate_IsNotTrusted_NothingIsSent()
    {
        await using LabPhoneBench bench = Scheduled("7962", CapfAuthentication.NullString);
        await using LabPhoneBench foreign = new("7962", ownKeys: true);
        foreign.Change(p => p with { Capf = CapfOperation.Install });
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole with { CapfServers = [new("127.0.0.1", foreign.Server.Capf.Port)] });
        Assert.Equal("untrusted-server", report.Findings.Capf.Single().Result.Word);
        Assert.Null(bench.Flash.Contents.Lsc);
    }

    private static LabPhoneBench Scheduled(string profile, CapfAuthentication mode, CapfOperation operation = CapfOperation.Install)
    {
        LabPhoneBench bench = new(profile);
        bench.Change(p => p with { EncryptedConfig = true, Capf = operation, CapfMode = mode, AuthString = new("482913"), CapfKeyBits = 1024 });
        return bench;
    }

    private static void AssertEnrolled(LabPhoneBench bench, BootReport report)
    {
        Assert.Equal(BootOutcome.Configured, report.Outcome);
        Assert.Equal((Encrypted, true), (report.Findings.Configuration!.File, report.Findings.Configuration.Configuration!.FullConfig));
        Assert.Equal(CapfOutcome.Stored, report.Findings.Capf[^1].Result.Outcome);
        Assert.Equal(bench.Flash.Contents.Lsc!.Certificate.RawData, System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(bench.Database.Find(bench.Device.ToString())!.Certificate).RawData);
        Assert.Equal(CapfOperation.None, bench.Database.Find(bench.Device.ToString())!.Capf);
    }
}
