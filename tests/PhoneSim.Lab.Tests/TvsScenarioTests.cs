using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Lab.Tvs;
using PhoneSim.Network.Tvs;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>A phone whose ITL knows the TVS server and not much else: what it asks TVS about, and what it does with the answer (shared/spec/tvs.md).</summary>
public sealed class TvsScenarioTests
{
    private const string Itl = "ITLSEP001122334455.tlv";

    [Fact]
    public async Task TrustListOfAnUnknownSigner_VouchedFor_IsTaken()
    {
        await using LabPhoneBench bench = await MigratedAsync();
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal((TrustListVerdict.UpdatedThroughTvs, SignatureVerdict.Valid, BootOutcome.Configured), (report.Findings.Itl, report.Findings.Configuration!.Signature, report.Outcome));
    }

    public static TheoryData<TvsMisbehaviour, string> Misbehaviours => new()
    {
        { new() { Denies = true }, "says that the certificate is not valid" },
        { new() { SendsGarbage = true }, "did not answer" },
        { new() { Closes = true }, "did not answer" },
        { new() { ChangesSessionId = true }, "answered nonsense" },
        { new() { Delay = TimeSpan.FromHours(1) }, "no answer within" },
    };

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task TrustListOfAnUnknownSigner_NotVouchedFor_IsRefusedAndTheOldOneStays(TvsMisbehaviour misbehaviour, string why)
    {
        await using LabPhoneBench bench = await MigratedAsync(misbehaviour);
        FlashContents before = bench.Flash.Contents;
        BootReport report = await LabPhoneBench.BootAsync(Hasty(bench));
        Assert.Equal((TrustListVerdict.SignerUnknown, SignatureVerdict.UnknownSigner, BootOutcome.Rejected), (report.Findings.Itl, report.Findings.Configuration!.Signature, report.Outcome));
        Assert.Same(before.Itl, bench.Flash.Contents.Itl);
        Assert.Same(before.Configuration, bench.Flash.Contents.Configuration);
        Assert.Contains(bench.Events.OfType<TvsAsked>(), e => e.Verdict.Why.Contains(why, StringComparison.Ordinal));
    }

    /// <summary>The file carries no certificate: the phone has it from the list that it could not take.</summary>
    [Fact]
    public async Task ConfigurationOfAnUnknownSigner_VouchedFor_IsUsed()
    {
        await using LabPhoneBench bench = await MigratedAsync();
        byte[] altered = Offered(bench);
        altered[^1] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(bench.Database.OfferedFolder, Itl), altered, TestContext.Current.CancellationToken);
        BootReport report = await LabPhoneBench.BootAsync(bench.Whole);
        Assert.Equal((TrustListVerdict.SignatureInvalid, SignatureVerdict.Valid, BootOutcome.Configured), (report.Findings.Itl, report.Findings.Configuration!.Signature, report.Outcome));
    }

    [Theory]
    [InlineData(true, SignatureVerdict.Valid)]
    [InlineData(false, SignatureVerdict.UnknownSigner)]
    public async Task ConfigurationOfAnUnknownSigner_WithoutAnyCertificate_IsAskedAboutByNameWhereTheLoadCan(bool query, SignatureVerdict verdict)
    {
        await using LabPhoneBench bench = await MigratedAsync();
        File.Delete(Path.Combine(bench.Database.OfferedFolder, Itl));
        File.Delete(Path.Combine(bench.Database.OfferedFolder, "ITLFile.tlv"));
        TvsVerifier tvs = new(Client(bench), TvsOptions.Of(bench.Profile, bench.Device) with { UsesQuery = query }, TimeProvider.System);
        Assert.Equal(verdict, (await LabPhoneBench.BootAsync(bench.Whole with { Tvs = tvs })).Findings.Configuration!.Signature);
    }

    /// <summary>TVS vouches for a certificate, not for the key that a record names beside it.</summary>
    [Fact]
    public async Task TrustList_WithARightCertificateBesideAnotherKey_IsRefused()
    {
        await using LabPhoneBench bench = await MigratedAsync();
        await File.WriteAllBytesAsync(Path.Combine(bench.Database.OfferedFolder, Itl), Forged(bench.Database.Pki.Sast.Certificate), TestContext.Current.CancellationToken);
        FlashContents before = bench.Flash.Contents;
        Assert.Equal(TrustListVerdict.SignatureInvalid, (await LabPhoneBench.BootAsync(bench.Whole)).Findings.Itl);
        Assert.Same(before.Itl, bench.Flash.Contents.Itl);
    }

    [Fact]
    public async Task CapfServer_UnknownToTheItl_VouchedFor_IsTrusted()
    {
        await using LabPhoneBench bench = await KnowingAsync("7962", TrustRole.CcmTftp);
        bench.Change(p => p with { Capf = CapfOperation.Install, CapfKeyBits = 1024 });
        File.Delete(Path.Combine(bench.Database.OfferedFolder, Itl));
        File.Delete(Path.Combine(bench.Database.OfferedFolder, "ITLFile.tlv"));
        Assert.Equal(CapfOutcome.UntrustedServer, (await LabPhoneBench.BootAsync(bench.Whole with { Tvs = null })).Findings.Capf.Single().Result.Outcome);
        Assert.Empty(bench.Events.OfType<TvsAsked>());
        Assert.Equal(CapfOutcome.Stored, (await LabPhoneBench.BootAsync(bench.Whole)).Findings.Capf.Single().Result.Outcome);
        AssertVouchedFor(bench, "CAPF");
        Assert.IsType<TvsAsked>(bench.Events.First(e => e is TvsAsked or CapfProgressed { Step.Message: not null }));
    }

    [Fact]
    public async Task HttpsServer_UnknownToTheItl_VouchedFor_GivesTheFile()
    {
        await using LabPhoneBench bench = await KnowingAsync("8845", TrustRole.CcmTftp);
        File.Delete(Path.Combine(bench.Database.OfferedFolder, Itl));
        File.Delete(Path.Combine(bench.Database.OfferedFolder, "ITLFile.tlv"));
        BootReport report = await LabPhoneBench.BootAsync(bench.EveryTransport);
        Assert.Equal(TransportKind.Https, report.Findings.Requests[^1].Transport);
        Assert.Equal("ok", report.Findings.Requests[^1].Result.AnswerText);
        AssertVouchedFor(bench, "TFTP or CCM+TFTP");
    }

    private static void AssertVouchedFor(LabPhoneBench bench, string roles)
    {
        TvsAsked asked = Assert.Single(bench.Events.OfType<TvsAsked>(), e => e.File is null);
        Assert.Equal(TvsStatus.Valid, asked.Verdict.Status);
        Assert.EndsWith($" as {roles}", asked.About, StringComparison.Ordinal);
        Assert.Matches("^asked TVS about .*CN=.* vouches for it as ", EventText.Describe(asked));
    }

    private static PhoneOptions Hasty(LabPhoneBench bench) => bench.Whole with
    {
        Tvs = new(Client(bench), TvsOptions.Of(bench.Profile, bench.Device) with { Deadline = TimeSpan.FromSeconds(2) }, TimeProvider.System),
    };

    private static TvsClient Client(LabPhoneBench bench) => new(new(new(), TimeProvider.System), TimeProvider.System, () => bench.Flash.Contents.Certificate);

    /// <summary>A list whose SAST record has the certificate of the lab and the key of somebody else, who signed it.</summary>
    private static byte[] Forged(X509Certificate2 sast)
    {
        using RSA key = RSA.Create(2048);
        byte[] list = TrustListWriter.Write([new(TrustRole.Sast, sast)], new(sast, key), new() { FileName = "ITLFile.tlv", TimeStamp = TimeProvider.System.GetUtcNow() }, new Version(1, 1));
        byte[] right = sast.PublicKey.EncodedKeyValue.RawData;
        key.ExportRSAPublicKey().CopyTo(list, list.AsSpan().IndexOf(right));
        ReadOnlySpan<byte> signature = TrustList.Parse(list).File.Header.Signature.Span;
        int at = list.AsSpan().IndexOf(signature);
        key.SignData([.. list[..(at - 3)], .. list[(at + signature.Length)..]], HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1).CopyTo(list, at);
        return list;
    }

    /// <summary>Of another cluster once; its TVS list names the lab now, and its ITL has nothing of the lab but the TVS server.</summary>
    private static async Task<LabPhoneBench> MigratedAsync(TvsMisbehaviour? misbehaviour = null)
    {
        LabPhoneBench bench = new("7962") { TvsMisbehaviour = misbehaviour ?? TvsMisbehaviour.None };
        await bench.BootAsync();
        SigningIdentity other = SigningIdentity.FromPem(Vectors.Text("keys/SAST.pem"));
        bench.Flash.SetItl(ListOf(other, [new(TrustRole.Sast, other.Certificate), new(TrustRole.CcmTftp, Vectors.Certificate("CUCM")), new(TrustRole.Tvs, bench.Database.Pki.Tvs.Certificate)]));
        return bench;
    }

    /// <summary>A phone of the lab whose ITL lacks all but its signer, TVS and one more record.</summary>
    private static async Task<LabPhoneBench> KnowingAsync(string profile, TrustRole role)
    {
        LabPhoneBench bench = new(profile);
        await bench.BootAsync();
        Pki.LabPki pki = bench.Database.Pki;
        bench.Flash.SetItl(ListOf(pki.Sast, [new(TrustRole.Sast, pki.Sast.Certificate), new(role, pki.Cucm.Certificate), new(TrustRole.Tvs, pki.Tvs.Certificate)]));
        return bench;
    }

    private static TrustList ListOf(SigningIdentity signer, IReadOnlyList<TrustListEntry> entries) =>
        TrustList.Parse(TrustListWriter.Write(entries, signer, new() { FileName = "ITLFile.tlv", TimeStamp = TimeProvider.System.GetUtcNow() }, new Version(1, 1)));

    private static byte[] Offered(LabPhoneBench bench) => File.ReadAllBytes(Path.Combine(bench.Database.OfferedFolder, Itl));
}
