using System.Net;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Lab.Tvs;
using PhoneSim.Network.Tls;
using PhoneSim.Network.Tvs;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests.Tvs;

/// <summary>The phone's questions to the lab's TVS, over real TLS on loopback.</summary>
public sealed class TvsServerTests : IDisposable
{
    private static readonly byte[] Known = Vectors.Certificate("CUCM").RawData;

    private readonly X509Certificate2 certificate = X509Certificate2.CreateFromPem(Vectors.Text("keys/TVS.pem"), Vectors.Text("keys/TVS.pem"));

    public static TheoryData<TlsOptions> Families => [LoadTls.Of7962, LoadTls.Of8845];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Certificate_Known_IsVouchedForOverTheTlsOfEachFamily(TlsOptions tls)
    {
        TvsVerdict verdict = await VerifyAsync(Known, tls: tls);
        Assert.True(verdict.Vouches(TrustRole.CcmTftp), verdict.Why);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Question_OfEachKind_IsAnswered(bool query)
    {
        Assert.Equal(TvsStatus.Valid, (await VerifyAsync(Known, query: query)).Status);
        Assert.Equal(TvsStatus.Invalid, (await VerifyAsync(Vectors.Certificate("phone-mic").RawData, query: query)).Status);
    }

    public static TheoryData<TvsMisbehaviour, TvsStatus> Misbehaviours => new()
    {
        { new() { SendsGarbage = true }, TvsStatus.NoAnswer },
        { new() { ChangesSessionId = true }, TvsStatus.NoAnswer },
        { new() { Closes = true }, TvsStatus.NoAnswer },
        { new() { Delay = TimeSpan.FromHours(1) }, TvsStatus.NoAnswer },
        { new() { SplitsMessages = true }, TvsStatus.Valid },
    };

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task Server_ThatMisbehaves_IsNoAnswer(TvsMisbehaviour misbehaviour, TvsStatus status)
    {
        Assert.Equal(status, (await VerifyAsync(Known, misbehaviour)).Status);
    }

    [Fact]
    public async Task Name_ThatIsNoPhones_GetsNoAnswer() => Assert.Equal(TvsStatus.NoAnswer, (await VerifyAsync(Known, name: "SEP001122334455")).Status);

    [Fact]
    public async Task Server_NotInTheItl_IsNotAsked()
    {
        await using TvsServer server = Server(TvsMisbehaviour.None);
        TvsVerdict verdict = await Verifier(new(), false).VerifyAsync(Known, new([EndPointOf(server)], Judges.TrustNone), CancellationToken.None);
        Assert.Equal(TvsStatus.NoAnswer, verdict.Status);
        Assert.Contains("unknown certificate", verdict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_WhenTheFirstIsDown_TheSecondAnswers()
    {
        TvsServer down = Server(TvsMisbehaviour.None);
        await down.DisposeAsync();
        await using TvsServer up = Server(TvsMisbehaviour.None);
        TvsVerdict verdict = await Verifier(new(), false).VerifyAsync(Known, new([EndPointOf(down), EndPointOf(up)], Judges.TrustAll), CancellationToken.None);
        Assert.Equal(TvsStatus.Valid, verdict.Status);
    }

    public void Dispose() => certificate.Dispose();

    private static ServerEndPoint EndPointOf(TvsServer server) => new("127.0.0.1", server.EndPoint.Port);

    /// <summary>The deadline is long enough for a busy machine's handshake and the only wait of the silent server's test.</summary>
    private static TvsVerifier Verifier(TlsOptions tls, bool query, string name = "CP-7962-SEP001122334455")
    {
        DeviceCertificate lsc = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem"));
        TvsOptions options = new() { DeviceName = name, UsesQuery = query, Deadline = TimeSpan.FromSeconds(3) };
        return new(new TvsClient(new(tls, TimeProvider.System), TimeProvider.System, () => lsc), options, TimeProvider.System);
    }

    private async Task<TvsVerdict> VerifyAsync(byte[] asked, TvsMisbehaviour? misbehaviour = null, TlsOptions? tls = null, bool query = false, string name = "CP-7962G-SEP001122334455")
    {
        await using TvsServer server = Server(misbehaviour ?? TvsMisbehaviour.None);
        return await Verifier(tls ?? new(), query, name).VerifyAsync(asked, new([EndPointOf(server)], Judges.TrustAll), CancellationToken.None);
    }

    private TvsServer Server(TvsMisbehaviour misbehaviour) =>
        new(new(IPAddress.Loopback, 0), new() { Certificate = certificate, Directory = new OneEntry(), Misbehaviour = misbehaviour }, new() { AsksClientCertificate = true }, TimeProvider.System);

    private sealed class OneEntry : ITvsDirectory
    {
        public IReadOnlyCollection<TvsEntry> Entries { get; } = [new(Known, [TrustRole.CcmTftp])];
    }
}
