using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Lab.Database;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Boot;

/// <summary>The seed's stories that need only files, over tftpd-hpa and dnsmasq.</summary>
[Trait("Category", "Interop")]
public sealed class RealServerBootTests : IDisposable
{
    private const string Device = "SEP001122334455";
    private const string Encrypted = $"{Device}.cnf.xml.enc.sgn";
    private const string Signed = $"{Device}.cnf.xml.sgn";

    private readonly TemporaryFolder lab = new();
    private readonly TemporaryFolder root = new();
    private readonly ProfileStore profiles = new();
    private readonly PhoneDatabase database;

    public RealServerBootTests()
    {
        SharedKeys.CopyTo(lab.PathOf("pki"));
        database = new(lab.Path, profiles, TimeProvider.System);
        database.Save(database.Cluster);
    }

    public void Dispose()
    {
        lab.Dispose();
        root.Dispose();
    }

    [Theory]
    [InlineData("7962-sip-manual")]
    [InlineData("6921-rc4")]
    public Task ManualKey_Right_IsConfiguredFromTheEncryptedFile(string profile) => OnBothAsync(async server =>
    {
        Offer(profile, p => WithKey(p, '7') with { EncryptedConfig = true });
        BootReport report = await BootAsync(profile, server, Flash(profile, '7'));
        Assert.Equal((BootOutcome.Configured, Encrypted), (report.Outcome, report.Findings.Configuration!.File));
    });

    [Fact]
    public Task ManualKey_Wrong_FailsToDecrypt() => OnBothAsync(async server =>
    {
        Offer("7962-sip-manual", p => WithKey(p, '7') with { EncryptedConfig = true });
        Assert.Equal(BootOutcome.DecryptFailed, (await BootAsync("7962-sip-manual", server, Flash("7962-sip-manual", '8'))).Outcome);
    });

    [Fact]
    public Task ManualKey_Missing_GetsTheMinimalFile() => OnBothAsync(async server =>
    {
        Offer("7962-sip-manual", p => WithKey(p, '7') with { EncryptedConfig = true });
        Assert.Equal(BootOutcome.Minimal, (await BootAsync("7962-sip-manual", server, new MemoryFlash(FlashContents.Empty with { Mic = SharedKeys.Mic }))).Outcome);
    });

    [Theory]
    [InlineData("7962-sip-manual")]
    [InlineData("6921-rc4")]
    public Task ManualKey_LeftAfterEncryptionWasSwitchedOff_IsAskedFor_AndNotOnceItIsCleared(string profile) => OnBothAsync(async server =>
    {
        Offer(profile, p => WithKey(p, '7'));
        MemoryFlash flash = Flash(profile, '7');
        BootReport left = await BootAsync(profile, server, flash);
        Assert.Equal((Encrypted, BootOutcome.Configured), (left.Findings.Requests.First(r => r.File.StartsWith("SEP", StringComparison.Ordinal)).File, left.Outcome));
        flash.SetSymmetricKey(null);
        BootReport cleared = await BootAsync(profile, server, flash);
        Assert.Equal((false, BootOutcome.Configured), (cleared.Findings.Requests.Any(r => r.File == Encrypted), cleared.Outcome));
    });

    [Fact]
    public Task DigestCredentials_AreKeptReplacedAndBlanked_AndGoneAfterAFactoryReset() => OnBothAsync(async server =>
    {
        MemoryFlash flash = new(FlashContents.Empty with { Mic = SharedKeys.Mic });
        async Task<DigestCredentials?> AfterAsync(Func<LabPhone, LabPhone> change)
        {
            Offer("7962-sip-manual", change);
            await BootAsync("7962-sip-manual", server, flash);
            return flash.Contents.DigestCredentials;
        }

        Assert.Equal("one", (await AfterAsync(p => p with { DigestUser = "one" }))!.User);
        Assert.Equal("one", (await AfterAsync(p => p with { DigestUser = "two", ExcludeDigest = true }))!.User);
        Assert.Equal("two", (await AfterAsync(p => p with { DigestUser = "two" }))!.User);
        Assert.True((await AfterAsync(p => p with { DigestUser = "", DigestPassword = new("") }))!.IsBlank);
        FactoryReset.Run(flash, profiles.Find("7962-sip-manual")!);
        Assert.Null(await AfterAsync(p => p with { DigestUser = "two", ExcludeDigest = true }));
    });

    [Fact]
    public Task TrustListAndFileOfAnotherSast_AreRefused_ThoseOfTheKnownOneAreTaken() => OnBothAsync(async server =>
    {
        MemoryFlash flash = new(FlashContents.Empty with { Mic = SharedKeys.Mic });
        Offer("7962", p => p);
        Assert.Equal(TrustListVerdict.Initial, (await BootAsync("7962", server, flash)).Findings.Itl);

        database.Save(database.Cluster with { TrustListsMade = database.Cluster.TrustListsMade!.Value.AddHours(1) });
        Offer("7962", p => p);
        Assert.Equal(TrustListVerdict.Updated, (await BootAsync("7962", server, flash)).Findings.Itl);

        StoredConfiguration before = flash.Contents.Configuration!;
        root.Write($"ITL{Device}.tlv", Vectors.Bytes("sha1/ITLFile.tlv"));
        root.Write(Signed, Vectors.Bytes($"sha1/full-sgn/{Signed}"));
        BootReport refused = await BootAsync("7962", server, flash);
        Assert.Equal((TrustListVerdict.SignerUnknown, SignatureVerdict.UnknownSigner, BootOutcome.Rejected), (refused.Findings.Itl, refused.Findings.Configuration!.Signature, refused.Outcome));
        Assert.Same(before, flash.Contents.Configuration);
    });

    [Fact]
    public Task SccpLoadWithoutEncryption_IsConfiguredFromTheUnencryptedFile() => OnBothAsync(async server =>
    {
        Offer("7962-sccp", p => p);
        BootReport report = await BootAsync("7962-sccp", server, new MemoryFlash(FlashContents.Empty with { Mic = SharedKeys.Mic }));
        Assert.Equal((BootOutcome.Configured, false), (report.Outcome, report.Findings.Requests.Any(r => r.File == Encrypted)));
    });

    [Theory]
    [InlineData("7962", "phone-mic")]
    [InlineData("8845", "phone-lsc")]
    public Task PublicKey_MicOrLsc_IsConfiguredFromTheEncryptedFile(string profile, string key) => OnBothAsync(async server =>
    {
        Offer(profile, p => p with { EncryptedConfig = true, Certificate = Vectors.Text($"keys/{key}.pem") });
        DeviceCertificate certificate = DeviceCertificate.FromPem(Vectors.Text($"keys/{key}.pem"));
        BootReport report = await BootAsync(profile, server, new MemoryFlash(FlashContents.Empty with { Mic = SharedKeys.Mic, Lsc = key == "phone-lsc" ? certificate : null }));
        Assert.Equal((BootOutcome.Configured, Encrypted, 1), (report.Outcome, report.Findings.Configuration!.File, report.Findings.Resets));
    });

    [Fact]
    public Task EncryptionOff_EncryptedFileNotFound_SignedFileIsTaken() => OnBothAsync(async server =>
    {
        Offer("7962", p => p);
        FlashContents remembered = FlashContents.Empty with { Mic = SharedKeys.Mic, Settings = new() { EncryptedConfig = true } };
        BootReport report = await BootAsync("7962", server, new MemoryFlash(remembered));
        Assert.Equal([(Encrypted, "not-found"), (Signed, "ok")], report.Findings.Requests.TakeLast(2).Select(r => (r.File, r.Result.AnswerText)));
        Assert.Equal(BootOutcome.Configured, report.Outcome);
    });

    [Fact]
    public Task NoTrustList_ThePlainNameIsAsked() => OnBothAsync(async server =>
    {
        Offer("6901", p => p);
        BootReport report = await BootAsync("6901", server, new MemoryFlash(FlashContents.Empty with { Mic = SharedKeys.Mic }));
        Assert.DoesNotContain(report.Findings.Requests, r => r.File.StartsWith("ITL", StringComparison.Ordinal));
        Assert.Equal((BootOutcome.Configured, $"{Device}.cnf.xml"), (report.Outcome, report.Findings.Requests[^1].File));
    });

    [Fact]
    public Task OneByteAltered_IsRefused() => OnBothAsync(async server =>
    {
        Offer("7962", p => p);
        byte[] file = await File.ReadAllBytesAsync(root.PathOf(Signed), TestContext.Current.CancellationToken);
        file[^20] ^= 1;
        root.Write(Signed, file);
        BootReport report = await BootAsync("7962", server, new MemoryFlash(FlashContents.Empty with { Mic = SharedKeys.Mic }));
        Assert.Equal((BootOutcome.Rejected, SignatureVerdict.Invalid), (report.Outcome, report.Findings.Configuration!.Signature));
    });

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha512")]
    public Task Vectors_AreConfigured(string digest) => OnBothAsync(async server =>
    {
        foreach (string file in (string[])[Encrypted, Signed])
            root.Write(file, Vectors.Bytes($"{digest}/{file}"));
        root.Write($"ITL{Device}.tlv", Vectors.Bytes($"{digest}/ITLFile.tlv"));
        FlashContents flash = FlashContents.Empty with { Mic = SharedKeys.Mic, Lsc = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem")) };
        BootReport report = await BootAsync("7962", server, new MemoryFlash(flash));
        Assert.Equal((BootOutcome.Configured, Encrypted), (report.Outcome, report.Findings.Configuration!.File));
    });

    private static MemoryFlash Flash(string profile, char digit) =>
        new(FlashContents.Empty with { Mic = SharedKeys.Mic, SymmetricKey = SymmetricKey.FromHex(new string(digit, Bits(profile) / 4), Bits(profile)) });

    private static int Bits(string profile) => profile == "6921-rc4" ? 256 : 128;

    private LabPhone WithKey(LabPhone phone, char digit) => phone.WithKey(new string(digit, Bits(phone.Profile) / 4), profiles.Find(phone.Profile)!);

    /// <summary>Copies what the call manager would offer into the real server's folder.</summary>
    private void Offer(string profile, Func<LabPhone, LabPhone> change)
    {
        database.Save(change(LabPhones.New(Name, profile)));
        foreach (string stale in Directory.EnumerateFiles(root.Path))
            File.Delete(stale);
        foreach (string file in Directory.EnumerateFiles(database.OfferedFolder))
            root.Write(Path.GetFileName(file), File.ReadAllBytes(file));
    }

    private static DeviceName Name => DeviceName.TryParse(Device, out DeviceName? name) ? name : throw new InvalidOperationException();

    private async Task<BootReport> BootAsync(string profile, ServerEndPoint server, MemoryFlash flash)
    {
        FirmwareProfile found = profiles.Find(profile)!;
        return await new PhoneDevice(new()
        {
            Device = Name, Profile = found, Flash = flash, Transports = [new TftpTransport(found.Fetch.Tftp, TimeProvider.System)], Servers = [server.Host], TftpPort = server.Port, HttpPort = 0, HttpsPort = 0,
        }).BootAsync(TestContext.Current.CancellationToken);
    }

    private async Task OnBothAsync(Func<ServerEndPoint, Task> story)
    {
        Programs.Require(TftpdHpa.Program, Dnsmasq.Program);
        using (TftpdHpa hpa = TftpdHpa.Start(root.Path))
            await story(new("127.0.0.1", hpa.Port));
        using Dnsmasq dnsmasq = Dnsmasq.Start(root.Path);
        await story(new(dnsmasq.Address, 69));
    }
}
