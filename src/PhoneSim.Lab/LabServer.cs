using System.Net;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Lab.Capf;
using PhoneSim.Lab.Database;
using PhoneSim.Lab.Http;
using PhoneSim.Lab.Sccp;
using PhoneSim.Lab.Sip;
using PhoneSim.Lab.Tftp;
using PhoneSim.Lab.Tls;
using PhoneSim.Lab.Tvs;

namespace PhoneSim.Lab;

/// <summary>The built-in call manager: its servers over one database.</summary>
public sealed class LabServer : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> servers = new();
    private readonly LabOptions options;
    private readonly CapfAuthority authority;
    private readonly LabMetrics metrics;

    /// <exception cref="System.Net.Sockets.SocketException">A port is taken, or the address is not this machine's.</exception>
    public LabServer(PhoneDatabase database, LabOptions options, TimeProvider time, LabObserver? observer = null)
    {
        this.options = options;
        metrics = new(this);
        authority = CapfAuthority.FromPem(PemOf(database.Pki.Capf), time);
        try
        {
            Start(database, time, metrics.Around(observer ?? new()));
        }
        catch
        {
            DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    public IPEndPoint Tftp { get; private set; } = null!;

    public IPEndPoint Http { get; private set; } = null!;

    public IPEndPoint Https { get; private set; } = null!;

    public IPEndPoint Capf { get; private set; } = null!;

    public IPEndPoint Tvs { get; private set; } = null!;

    public SipRegistrar Sip { get; private set; } = null!;

    public SccpRegistrar Sccp { get; private set; } = null!;

    /// <summary>Over TLS.</summary>
    public SccpRegistrar SecureSccp { get; private set; } = null!;

    public async ValueTask DisposeAsync()
    {
        while (servers.TryPop(out IAsyncDisposable? server))
            await server.DisposeAsync();
        metrics.Dispose();
        authority.Dispose();
    }

    private void Start(PhoneDatabase database, TimeProvider time, LabObserver observer)
    {
        LabTlsOptions tls = new() { Capture = options.Capture, KeyLog = options.KeyLog };
        LabTlsAcceptor plain = new(null, tls, time);
        FolderFileSource files = new(database.OfferedFolder);
        TftpServer tftp = Add("tftp", new TftpServer(At(options.TftpPort), files, time, observer.Tftp, options.Capture));
        Tftp = tftp.EndPoint;
        Http = Add("http", new HttpFileServer(At(options.HttpPort), files, plain, time, observer.Http)).EndPoint;
        Https = Add("https", new HttpFileServer(At(options.HttpsPort), files, new(database.Pki.CucmEc, tls, time), time, seen => observer.Http?.Invoke(seen with { IsSecure = true }))).EndPoint;
        Capf = Add("capf", new CapfServer(At(options.CapfPort), new() { Authority = authority, Orders = new DatabaseCapfOrders(database, observer.Capf), Misbehaviour = options.CapfMisbehaviour }, tls, time)).EndPoint;
        Tvs = Add("tvs", new TvsServer(At(options.TvsPort), new() { Certificate = database.Pki.Tvs.Certificate, Directory = new ClusterDirectory(database.Pki, [.. options.VouchesFor]), Misbehaviour = options.TvsMisbehaviour, Seen = observer.Tvs }, tls, time)).EndPoint;
        StartRegistrars(new(database), (plain, new(database.Pki.Cucm.Certificate, tls, time)), time, observer);
        metrics.Begin(tftp, () => Sip.Bindings.Count, () => Sccp.Devices.Count + SecureSccp.Devices.Count);
        database.Save(database.Cluster with
        {
            Address = options.Bind.ToString(), CapfPort = Capf.Port, TvsPort = Tvs.Port, SipPort = Sip.EndPoint.Port, SecuredSipPort = Sip.SecureEndPoint!.Port, SccpPort = Sccp.EndPoint.Port,
        });
    }

    private void StartRegistrars(DatabaseSubscribers subscribers, (LabTlsAcceptor Plain, LabTlsAcceptor Tls) acceptors, TimeProvider time, LabObserver observer)
    {
        Sip = Add("sip", new SipRegistrar(At(options.SipPort), options.SecureSipPort, new()
        {
            Subscribers = subscribers, Digest = options.SipDigest, Tls = acceptors.Tls, Plain = acceptors.Plain, Capture = options.Capture, Misbehaviour = options.SipMisbehaviour, Seen = observer.Sip,
        }, time));
        SccpRegistrarOptions sccp = new() { Devices = subscribers, Misbehaviour = options.SccpMisbehaviour, Seen = observer.Sccp };
        Sccp = Add("sccp", new SccpRegistrar(At(options.SccpPort), sccp with { Tls = acceptors.Plain }, time));
        SecureSccp = Add("sccps", new SccpRegistrar(At(options.SecureSccpPort), sccp with { Tls = acceptors.Tls }, time));
    }

    private static string PemOf(SigningIdentity identity) => $"{identity.Certificate.ExportCertificatePem()}\n{identity.Key.ExportPkcs8PrivateKeyPem()}";

    private IPEndPoint At(int port) => new(options.Bind, port);

    private T Add<T>(string protocol, T server)
        where T : ILabService
    {
        servers.Push(server);
        metrics.Watch(protocol, server);
        return server;
    }
}
