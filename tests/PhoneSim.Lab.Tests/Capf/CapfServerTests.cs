using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Lab.Capf;
using PhoneSim.Network.Capf;
using PhoneSim.Network.Tls;
using PhoneSim.Phone;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests.Capf;

/// <summary>The phone's enrolment against the lab's CAPF, over real TLS on loopback.</summary>
public sealed class CapfServerTests : IDisposable
{
    private const string Device = "SEP001122334455";

    private static readonly DeviceCertificate Lsc = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem"));
    private static readonly DeviceCertificate Mic = DeviceCertificate.FromPem(Vectors.Text("keys/phone-mic.pem"));
    private static readonly CapfOptions Hasty = new() { Retries = 0 };

    private readonly CapfAuthority authority = CapfAuthority.FromPem(Vectors.Text("keys/CAPF.pem"), TimeProvider.System);
    private readonly MemoryCapfOrders orders = new();

    public static TheoryData<TlsOptions> Families => [LoadTls.Of7962, LoadTls.Of8845];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Install_OverTheTlsOfEachFamily_GivesAnLscOfTheLabsAuthority(TlsOptions tls)
    {
        orders.Set(Device, new() { Operation = CapfOperation.Install, Key = CapfKeySpec.Rsa(1024) });
        CapfResult result = await EnrolAsync(Phone(), tls: tls);
        Assert.Equal(("stored", 1024), (result.Word, result.Certificate!.KeyBits));
        Assert.True(authority.Issued(result.Certificate.Certificate));
        Assert.Equal(result.Certificate.Certificate.RawData, Assert.Single(orders.Reports).Certificate.ToArray());
    }

    [Fact]
    public async Task Install_OfAnEcKey_IsStoredWhenAllowedAndRefusedWhenNot()
    {
        orders.Set(Device, new() { Operation = CapfOperation.Install, Key = CapfKeySpec.Ec(CapfCurve.P384) });
        Assert.Equal("refused-7", (await EnrolAsync(Phone())).Word);
        Assert.Equal("stored", (await EnrolAsync(Phone() with { Curves = Enum.GetValues<CapfCurve>() })).Word);
    }

    [Theory]
    [InlineData(CapfOperation.Fetch, "fetched")]
    [InlineData(CapfOperation.Delete, "deleted")]
    [InlineData(CapfOperation.None, "no-operation")]
    public async Task Order_OfEachKind_IsCarriedOutOnce(CapfOperation operation, string word)
    {
        orders.Set(Device, new() { Operation = operation });
        Assert.Equal(word, (await EnrolAsync(Phone())).Word);
        Assert.Equal("no-operation", (await EnrolAsync(Phone())).Word);
    }

    [Fact]
    public async Task Fetch_FromAPhone_ReportsItsCertificate()
    {
        orders.Set(Device, new() { Operation = CapfOperation.Fetch });
        await EnrolAsync(Phone());
        Assert.Equal(Lsc.Certificate.RawData, Assert.Single(orders.Reports).Certificate.ToArray());
    }

    [Fact]
    public async Task Device_Unknown_IsRefusedWithReason9()
    {
        Assert.Equal("refused-9", (await EnrolAsync(Phone())).Word);
    }

    [Fact]
    public async Task Order_AfterItsDeadline_HasNoEffect()
    {
        orders.Set(Device, new() { Operation = CapfOperation.Delete, CompletesBy = DateTimeOffset.UnixEpoch });
        Assert.Equal("no-operation", (await EnrolAsync(Phone())).Word);
    }

    [Theory]
    [InlineData("123456", "deleted")]
    [InlineData("654321", "refused-7")]
    [InlineData("", "refused-7")]
    public async Task AuthString_DecidesTheSession(string typed, string word)
    {
        orders.Set(Device, new() { Operation = CapfOperation.Delete, Authentication = CapfAuthentication.AuthString, AuthString = new Secret("123456") });
        Assert.Equal(word, (await EnrolAsync(Phone() with { Authentication = CapfAuthentication.AuthString, AuthString = new Secret(typed) })).Word);
    }

    [Theory]
    [InlineData(CapfAuthentication.ExistingLscFirst, "deleted")]
    [InlineData(CapfAuthentication.ExistingMic, "deleted")]
    [InlineData(CapfAuthentication.NullString, "refused-7")]
    public async Task ExistingCertificate_IsProvedByThePhone(CapfAuthentication mode, string word)
    {
        orders.Set(Device, new() { Operation = CapfOperation.Delete, Authentication = CapfAuthentication.ExistingLscFirst });
        Assert.Equal(word, (await EnrolAsync(Phone() with { Authentication = mode })).Word);
    }

    [Fact]
    public async Task ExistingCertificate_OfAnUnknownMaker_IsRefused()
    {
        orders.Set(Device, new() { Operation = CapfOperation.Delete, Authentication = CapfAuthentication.ExistingMic });
        CapfIdentity phone = Phone() with { Authentication = CapfAuthentication.ExistingMic };
        Assert.Equal("refused-7", (await EnrolAsync(phone, options => options with { ManufacturingRoots = [Vectors.Certificate("SAST")] })).Word);
        Assert.Equal("deleted", (await EnrolAsync(phone, options => options with { ManufacturingRoots = [Vectors.Certificate("manufacturing-ca")] })).Word);
    }

    [Fact]
    public async Task ExistingCertificate_WithAnotherKey_IsRefused()
    {
        using RSA other = RSA.Create(2048);
        CertificateRequest request = new($"CN={Device}", other, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DeviceCertificate foreign = DeviceCertificate.Create(request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)), RSA.Create(other.ExportParameters(true)));
        orders.Set(Device, new() { Operation = CapfOperation.Delete, Authentication = CapfAuthentication.ExistingLscFirst });
        Assert.Equal("refused-7", (await EnrolAsync(Phone() with { Authentication = CapfAuthentication.ExistingLscFirst, Lsc = foreign }, options => options with { ManufacturingRoots = [] })).Word);
    }

    public static TheoryData<CapfMisbehaviour, string> Misbehaviours => new()
    {
        { new() { ChangesSessionId = true }, "protocol-error" },
        { new() { OversizeLengths = true }, "protocol-error" },
        { new() { SendsGarbage = true }, "protocol-error" },
        { new() { EndlessInProgress = true }, "protocol-error" },
        { new() { CertifiesAnotherKey = true }, "refused-7" },
        { new() { RetryLater = 5 }, "refused-retry-later" },
        { new() { SplitsMessages = true }, "stored" },
        { new() { ClosesBeforeEnd = true }, "stored" },
        { new() { Delay = TimeSpan.FromMilliseconds(20) }, "stored" },
    };

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task Server_ThatMisbehaves_IsNamedAndNothingElseStored(CapfMisbehaviour misbehaviour, string word)
    {
        orders.Set(Device, new() { Operation = CapfOperation.Install, Key = CapfKeySpec.Rsa(1024) });
        CapfResult result = await EnrolAsync(Phone(), options => options with { Misbehaviour = misbehaviour });
        Assert.Equal(word, result.Word);
        Assert.Equal(word == "stored", result.Certificate is not null);
    }

    [Fact]
    public async Task Server_ThatIsSilent_IsLeftAtTheDeadline()
    {
        CapfResult result = await EnrolAsync(Phone(), options => options with { Misbehaviour = new() { Delay = TimeSpan.FromDays(1) } }, capf: Hasty with { MessageDeadline = TimeSpan.FromMilliseconds(100) });
        Assert.Equal(("unreachable", CapfPhase.Authenticating), (result.Word, result.Phase));
    }

    [Fact]
    public async Task Server_NotTrusted_LearnsNothing()
    {
        await using CapfServer server = Server();
        CapfResult result = await Enrolment(new(), Hasty).EnrolAsync(Request(server, Phone()) with { Judge = Judges.TrustNone }, CancellationToken.None);
        Assert.Equal(("untrusted-server", "unknown certificate"), (result.Word, result.Why.Split(": ")[^1]));
        Assert.Empty(orders.Reports);
    }

    public void Dispose() => authority.Dispose();

    private static CapfIdentity Phone()
    {
        Assert.True(DeviceName.TryParse(Device, out DeviceName? name));
        return new() { Device = name, Authentication = CapfAuthentication.NullString, Lsc = Lsc, Mic = Mic };
    }

    private static CapfEnrolment Enrolment(TlsOptions tls, CapfOptions capf) =>
        new(new CapfConnector(new(tls, TimeProvider.System), TimeProvider.System), new(new PlatformKeyGenerator(), capf, TimeProvider.System));

    private static CapfRequest Request(CapfServer server, CapfIdentity phone) => new(phone, [new("127.0.0.1", server.EndPoint.Port)], Judges.TrustAll);

    private CapfServer Server(Func<CapfServerOptions, CapfServerOptions>? change = null)
    {
        CapfServerOptions options = new() { Authority = authority, Orders = orders };
        return new(new(IPAddress.Loopback, 0), change?.Invoke(options) ?? options, new(), TimeProvider.System);
    }

    private async Task<CapfResult> EnrolAsync(CapfIdentity phone, Func<CapfServerOptions, CapfServerOptions>? change = null, TlsOptions? tls = null, CapfOptions? capf = null)
    {
        await using CapfServer server = Server(change);
        return await Enrolment(tls ?? new(), capf ?? Hasty).EnrolAsync(Request(server, phone), CancellationToken.None);
    }
}
