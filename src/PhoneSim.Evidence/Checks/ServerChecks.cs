using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Network;
using PhoneSim.Network.Capf;
using PhoneSim.Network.Http;
using PhoneSim.Network.Tls;
using PhoneSim.Network.Tvs;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Evidence.Checks;

/// <summary>The servers beside TFTP: HTTP(S), CAPF, TVS.</summary>
internal static class ServerChecks
{
    /// <summary>Made once: it takes longer than all other checks.</summary>
    private static readonly Lazy<RSA> StrangersKey = new(() => RSA.Create(2048));

    private const string CapfTrusted = "capf.trusted";
    private const string CapfSession = "capf.session";

    public static IReadOnlyList<Check> All { get; } =
    [
        new("http.same-bytes", "boot.md 4", "HTTP gives the bytes that TFTP gives", "verifies what it got; TFTP is asked when HTTP fails", HttpSameAsync),
        new("http.absent-file", "boot.md 4", "an absent file is 404", "asks TFTP", HttpAbsentAsync),
        new("https.trusted", "boot.md 4", "the HTTPS server's certificate has role TFTP in the trust list", "goes on to HTTP, then TFTP", HttpsTrustedAsync),
        new(CapfTrusted, "capf.md", "the CAPF server can be reached by this load's TLS and has role CAPF in the trust list", "enrols nowhere", CapfTrustedAsync),
        new(CapfSession, "capf.md", "a CAPF session ends as the server ordered", "has no LSC, and cannot decrypt what is encrypted for one", CapfSessionAsync),
        new("capf.refuses-strangers", "capf.md; seed, CAPF", "a wrong authentication string, or another phone's certificate, is refused", "would get an LSC in another's name", CapfRefusesAsync),
        new("capf.unknown-device", "capf.md", "a phone the server does not know gets nothing", "would enrol although nobody ordered it", CapfUnknownAsync),
        new("tvs.vouches", "tvs.md", "TVS vouches for the certificate that signs the configuration", "does not accept a new signer", (c, t) => TvsAsync(c, ours: true, t)),
        new("tvs.refuses-strangers", "tvs.md", "TVS does not vouch for a certificate nobody made", "would believe anybody", (c, t) => TvsAsync(c, ours: false, t)),
    ];

    private static async Task<CheckOutcome> HttpSameAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.Target.HttpPort == 0)
            return CheckOutcome.Skip("HTTP is not looked at; --http-port");
        if (c.Known is not { } file)
            return CheckOutcome.Skip("the server has no file for this phone");
        FetchResult result = await GetAsync(c, file.Name, cancellation);
        if (result.Answer == FetchAnswer.Refused && !c.Profile.Fetch.Transports.Contains(TransportKind.Http))
            return CheckOutcome.Skip($"no HTTP server, and a {c.Profile.Name} asks none");
        return CheckOutcome.Of(result.Answer == FetchAnswer.Ok && result.Content.Span.SequenceEqual(file.Content.Span), $"{file.Name}: {result.AnswerText}, {result.Content.Length} bytes; by TFTP {file.Content.Length}");
    }

    private static async Task<CheckOutcome> HttpAbsentAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.Target.HttpPort == 0)
            return CheckOutcome.Skip("HTTP is not looked at; --http-port");
        FetchResult result = await GetAsync(c, "SEP0000000000FE.cnf.xml", cancellation);
        return result.Answer == FetchAnswer.Refused ? CheckOutcome.Skip("there is no HTTP server") : CheckOutcome.Of(result.Answer == FetchAnswer.NotFound, $"SEP0000000000FE.cnf.xml: {result.AnswerText}");
    }

    private static async Task<FetchResult> GetAsync(CheckContext c, string name, CancellationToken cancellation)
    {
        using HttpTransport http = new(new(), c.Target.Time, capture: c.Target.Network.Capture);
        ServerEndPoint server = new(c.Target.Tftp.Host, c.Target.HttpPort);
        FetchResult result = await http.FetchAsync(new(name, server, 4 * 1024 * 1024), cancellation);
        c.Note($"HTTP {server}", name, result);
        return result;
    }

    private static async Task<CheckOutcome> HttpsTrustedAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.Target.HttpsPort == 0 || !c.Profile.Fetch.Transports.Contains(TransportKind.Https))
            return CheckOutcome.Skip(c.Target.HttpsPort == 0 ? "HTTPS is not looked at; --https-port" : $"a {c.Profile.Name} asks no HTTPS server");
        if (c.ItlList is not { } itl || itl.File.Header.SignerVersion < new Version(1, 1))
            return CheckOutcome.Skip("the ITL's signer version is not 1.1: the phone asks no HTTPS server");
        TlsResult result = await Tls(c).ConnectAsync(new(new(c.Target.Tftp.Host, c.Target.HttpsPort), Trust(c, null).ServersWith(TrustRole.Tftp, TrustRole.CcmTftp), c.Target.TlsPatience), cancellation);
        return await CloseAsync(result);
    }

    private static async Task<CheckOutcome> CapfTrustedAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.CapfServer is not { } server)
            return CheckOutcome.Skip("no CAPF server is named; --capf HOST");
        TlsResult result = await Tls(c).ConnectAsync(new(server, Trust(c, Tvs(c)).ServersWith(TrustRole.Capf), c.Target.TlsPatience), cancellation);
        return await CloseAsync(result);
    }

    private static async Task<CheckOutcome> CapfSessionAsync(CheckContext c, CancellationToken cancellation)
    {
        if (WhyNoSession(c, "a session may install a certificate") is { } reason)
            return CheckOutcome.Skip(reason);
        CapfResult result = await EnrolAsync(c, Identity(c), cancellation);
        return CheckOutcome.Of(result.Outcome is CapfOutcome.Stored or CapfOutcome.Fetched or CapfOutcome.Deleted or CapfOutcome.NoOperation, $"{result.Word}: {result.Why}");
    }

    private static async Task<CheckOutcome> CapfRefusesAsync(CheckContext c, CancellationToken cancellation)
    {
        if (WhyNoSession(c, "the server may count the attempt") is { } reason)
            return CheckOutcome.Skip(reason);
        CapfIdentity identity = Identity(c);
        if (identity.Authentication == CapfAuthentication.NullString)
            return CheckOutcome.Skip("by null string nobody proves anything");
        CapfResult result = await EnrolAsync(c, Pretender(c, identity), cancellation);
        return CheckOutcome.Of(result.Outcome is CapfOutcome.Refused or CapfOutcome.Unreachable, $"{result.Word}: {result.Why}");
    }

    private static async Task<CheckOutcome> CapfUnknownAsync(CheckContext c, CancellationToken cancellation)
    {
        if (WhyNoSession(c, "a careless server would install a certificate") is { } reason)
            return CheckOutcome.Skip(reason);
        CapfIdentity unknown = new() { Device = DeviceName.TryParse("0000000000FE", out DeviceName? name) ? name : c.Target.Device, Authentication = CapfAuthentication.NullString };
        CapfResult result = await EnrolAsync(c, unknown, cancellation);
        return CheckOutcome.Of(result.Outcome is CapfOutcome.Refused or CapfOutcome.NoOperation or CapfOutcome.Unreachable, $"{unknown.Device}: {result.Word}: {result.Why}");
    }

    /// <summary>Null: a session may be held.</summary>
    private static string? WhyNoSession(CheckContext c, string danger) => c switch
    {
        { Target.AllowChanges: false } => $"{danger}; --allow-changes",
        { CapfServer: null } => "no CAPF server is named; --capf HOST",
        _ => new[] { CapfTrusted, CapfSession }.FirstOrDefault(c.Failed.Contains) is { } failed ? $"{failed} failed" : null,
    };

    private static Task<CapfResult> EnrolAsync(CheckContext c, CapfIdentity identity, CancellationToken cancellation)
    {
        CapfEnrolment enrolment = new(new CapfConnector(Tls(c), c.Target.Time), new(c.Target.Network.Keys, CapfOptions.Of(c.Profile.Capf) with { Retries = 0 }, c.Target.Time));
        return enrolment.EnrolAsync(new(identity, [c.CapfServer!], Trust(c, Tvs(c)).ServersWith(TrustRole.Capf)), cancellation);
    }

    /// <summary>The same phone with a string or a certificate that is not its own.</summary>
    private static CapfIdentity Pretender(CheckContext c, CapfIdentity identity)
    {
        if (identity.AuthString is { } right)
            return identity with { AuthString = new(new string([.. right.Reveal().Select(digit => digit == '9' ? '0' : (char)(digit + 1))])) };
        using X509Certificate2 stranger = SelfSigned(c);
        DeviceCertificate other = DeviceCertificate.Create(stranger, StrangersKey.Value);
        return identity with { Lsc = other, Mic = other };
    }

    private static CapfIdentity Identity(CheckContext c) => new()
    {
        Device = c.Target.Device,
        Authentication = ((c.Full ?? c.Open)?.CapfAuthMode, c.Target.AuthString) switch
        {
            (3, _) => CapfAuthentication.ExistingLscFirst,
            (4, _) => CapfAuthentication.ExistingMic,
            (_, not null) => CapfAuthentication.AuthString,
            _ => CapfAuthentication.NullString,
        },
        AuthString = c.Target.AuthString,
        Lsc = c.Target.Lsc,
        Mic = c.Target.Mic,
    };

    private static async Task<CheckOutcome> TvsAsync(CheckContext c, bool ours, CancellationToken cancellation)
    {
        if (c.TvsServer is not { } server || Tvs(c) is not { } verifier)
            return CheckOutcome.Skip("no TVS server is named, or this load asks none; --tvs HOST");
        if (!new[] { c.CtlList, c.ItlList }.OfType<TrustList>().Any(list => list.Records.Any(r => r.Role == TrustRole.Tvs)))
            return CheckOutcome.Skip("no trust list has a TVS record: the phone would not believe the server");
        ReadOnlyMemory<byte>? certificate = ours ? c.ItlList?.Records.FirstOrDefault(r => r.Role is TrustRole.CcmTftp or TrustRole.Tftp && !r.Certificate.IsEmpty)?.Certificate : Stranger(c);
        if (certificate is null)
            return CheckOutcome.Skip("there is no ITL with a TFTP certificate");
        TvsVerdict verdict = await new TvsBackedTrust(() => c.Flash, verifier, c.Target.Time) { Members = [server] }.AskTvsAsync(certificate.Value, cancellation);
        if (!ours && verdict.Status == TvsStatus.NoAnswer)
            return CheckOutcome.Skip($"no answer: {verdict.Why}");
        return CheckOutcome.Of(ours ? verdict.Vouches(TrustRole.CcmTftp, TrustRole.Tftp) : verdict.Status == TvsStatus.Invalid, $"{verdict.Status}: {verdict.Why}");
    }

    private static ReadOnlyMemory<byte> Stranger(CheckContext c)
    {
        using X509Certificate2 certificate = SelfSigned(c);
        return certificate.RawData;
    }

    private static X509Certificate2 SelfSigned(CheckContext c)
    {
        CertificateRequest request = new("CN=nobody", StrangersKey.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = c.Target.Time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static TlsConnector Tls(CheckContext c) => new(TlsOptions.Of(c.Profile.Tls) with { KeyLog = c.Target.Network.KeyLog, Capture = c.Target.Network.Capture }, c.Target.Time);

    private static TvsVerifier? Tvs(CheckContext c) => c.Profile.Tvs.Asks
        ? new(new TvsClient(Tls(c), c.Target.Time, () => c.Target.Certificate), TvsOptions.Of(c.Profile, c.Target.Device) with { Deadline = c.Target.TlsPatience }, c.Target.Time)
        : null;

    private static TvsBackedTrust Trust(CheckContext c, TvsVerifier? tvs) => new(() => c.Flash, tvs, c.Target.Time) { Members = c.TvsServer is { } server ? [server] : null };

    private static async Task<CheckOutcome> CloseAsync(TlsResult result)
    {
        if (result.Connection is not { } connection)
            return CheckOutcome.Fail($"{result.Outcome}: {result.Why}");
        await connection.DisposeAsync();
        return CheckOutcome.Pass($"{connection.Version}, {connection.CipherSuite}; {result.Why}");
    }
}
