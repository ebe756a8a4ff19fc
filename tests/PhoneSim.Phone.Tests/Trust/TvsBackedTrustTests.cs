using Microsoft.Extensions.Time.Testing;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Formats.Tvs;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Trust;

public sealed class TvsBackedTrustTests
{
    private static readonly byte[] Capf = Vectors.Certificate("CAPF").RawData;
    private static readonly byte[] Tvs = Vectors.Certificate("TVS").RawData;
    private static readonly byte[] Stranger = Vectors.Certificate("phone-lsc").RawData;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly TvsStandIn tvs = new();

    [Fact]
    public async Task CapfServer_WithItsRoleInTheItl_IsTrustedWithoutTvs()
    {
        Assert.True((await JudgeAsync(Contents(), Capf, TrustRole.Capf)).IsTrusted);
        Assert.Empty(tvs.Asked);
    }

    [Fact]
    public async Task Server_WithAnotherRoleInTheItl_IsNotTrustedForThatAlone()
    {
        tvs.Answer = TvsAnswer.Invalid;
        Assert.False((await JudgeAsync(Contents(), Capf, TrustRole.Ccm)).IsTrusted);
    }

    [Fact]
    public async Task Server_UnknownToTheLists_IsTrustedWhenTvsVouchesForTheRole()
    {
        tvs.Answer = new(true, [TrustRole.Capf], TimeSpan.Zero);
        Assert.True((await JudgeAsync(Contents(), Stranger, TrustRole.Capf)).IsTrusted);
        Assert.Equal([new ServerEndPoint("127.0.0.1", 2445)], tvs.Asked);
    }

    [Fact]
    public async Task Server_UnknownToTheLists_IsRefusedWhenTvsVouchesForAnotherRole()
    {
        tvs.Answer = new(true, [TrustRole.Tftp], TimeSpan.Zero);
        ServerCertificateVerdict verdict = await JudgeAsync(Contents(), Stranger, TrustRole.Capf);
        Assert.False(verdict.IsTrusted);
        Assert.Contains("CN=SEP001122334455", verdict.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone-lsc")]
    [InlineData("CUCM")]
    public async Task TvsServer_NotInTheItlAsTvs_IsNeverBelieved(string shown)
    {
        tvs.ShowsCertificate = Vectors.Certificate(shown).RawData;
        tvs.Answer = new(true, [TrustRole.Capf], TimeSpan.Zero);
        Assert.False((await JudgeAsync(Contents(), Stranger, TrustRole.Capf)).IsTrusted);
    }

    [Fact]
    public async Task TvsServer_InTheCtlOnly_IsNotBelieved()
    {
        tvs.Answer = new(true, [TrustRole.Capf], TimeSpan.Zero);
        FlashContents contents = Contents();
        Assert.False((await JudgeAsync(contents with { Ctl = contents.Itl, Itl = null }, Stranger, TrustRole.Capf)).IsTrusted);
    }

    [Fact]
    public async Task CapfServer_WithAnExpiredCertificate_IsRefused()
    {
        time.SetUtcNow(new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
        ServerCertificateVerdict verdict = await JudgeAsync(Contents(), Capf, TrustRole.Capf);
        Assert.False(verdict.IsTrusted);
        Assert.Contains("expired", verdict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phone_WithoutTrustListAndConfiguration_TrustsNobody()
    {
        ServerCertificateVerdict verdict = await JudgeAsync(FlashContents.Empty, Capf, TrustRole.Capf);
        Assert.False(verdict.IsTrusted);
        Assert.Contains("names no TVS", verdict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_ForACertificate_IsRefused()
    {
        Assert.False((await JudgeAsync(Contents(), [1, 2, 3], TrustRole.Capf)).IsTrusted);
    }

    private static FlashContents Contents() => new()
    {
        Itl = TrustList.Parse(Vectors.Bytes("sha512/ITLFile.tlv")),
        Configuration = new("SEP001122334455.cnf.xml.sgn", PhoneConfiguration.Parse(Vectors.Bytes("plain.cnf.xml"))),
    };

    private Task<ServerCertificateVerdict> JudgeAsync(FlashContents contents, byte[] certificate, TrustRole role)
    {
        TvsVerifier verifier = new(tvs, new TvsOptions { DeviceName = "CP-7962-SEP001122334455" }, time);
        return new TvsBackedTrust(() => contents, verifier, time).ServersWith(role)(certificate, CancellationToken.None);
    }

    private sealed class TvsStandIn : ITvsTransport
    {
        public TvsAnswer Answer { get; set; } = TvsAnswer.Invalid;

        public byte[] ShowsCertificate { get; set; } = Tvs;

        public List<ServerEndPoint> Asked { get; } = [];

        public async Task<TvsExchange> AskAsync(TvsCall call, ServerCertificateJudge judge, CancellationToken cancellation)
        {
            ServerCertificateVerdict verdict = await judge(ShowsCertificate, cancellation);
            if (!verdict.IsTrusted)
                return new(TvsExchangeOutcome.CannotConnect, null, verdict.Why);
            Asked.Add(call.Server);
            return new(TvsExchangeOutcome.Answered, Answer.ToMessage(TvsCommand.VerifyResponse, call.Question.SessionId), "");
        }
    }
}
