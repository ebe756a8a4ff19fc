using System.Net;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Evidence.Checks;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Lab.Capf;
using PhoneSim.Lab.Http;
using PhoneSim.Lab.Pki;
using PhoneSim.Lab.Tftp;
using PhoneSim.Lab.Tvs;
using PhoneSim.Phone;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>A whole lab for one phone, whose files and servers a test can spoil one by one before the suite runs against it.</summary>
internal sealed class CheckBench : IAsyncDisposable, IFileSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private const string LargeFile = "large.bin";

    private readonly LabPhoneBench lab;
    private readonly Stack<IAsyncDisposable> servers = new();

    /// <param name="encrypted">For the phone's LSC, or with its symmetric key.</param>
    public CheckBench(string profile = "7962", bool encrypted = true)
    {
        lab = new(profile);
        Lsc = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem"));
        lab.Database.Save(lab.Database.Cluster with { MixedMode = true });
        lab.Change(phone => Prepared(phone, encrypted));
        _ = lab.Server;
        Files = Directory.EnumerateFiles(lab.Database.OfferedFolder).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        Http = Files;
        Profile = Quick(lab.Profile);
    }

    public DeviceCertificate Lsc { get; set; }

    public LabPki Pki => lab.Database.Pki;

    public string Name => lab.Device.ToString();

    /// <summary>What TFTP serves.</summary>
    public Dictionary<string, byte[]> Files { get; }

    /// <summary>What HTTP serves.</summary>
    public Dictionary<string, byte[]> Http { get; set; }

    public bool HttpHasEverything { get; set; }

    public FirmwareProfile Profile { get; set; }

    public Func<CheckTarget, CheckTarget> Change { get; set; } = target => target;

    /// <summary>CAPF sessions take half a second: most of a suite.</summary>
    public bool AllowsChanges { get; set; } = true;

    public TftpFault Fault { get; set; }

    public string Open => $"{Name}.cnf.xml.sgn";

    public string Encrypted => $"{Name}.cnf.xml.enc.sgn";

    public string Itl => $"ITL{Name}.tlv";

    public string Ctl => $"CTL{Name}.tlv";

    /// <summary>Offers a file whose blocks of 8 bytes need more numbers than there are.</summary>
    public void AddLargeFile() => Files[LargeFile] = [.. Enumerable.Range(0, (65536 * 8) + 100).Select(i => (byte)(i / 8))];

    public async Task<CheckRun> RunAsync(params string[] only)
    {
        FaultyTftpServer tftp = Add(new FaultyTftpServer(Files, Fault));
        HttpFileServer http = Add(new HttpFileServer(new(IPAddress.Loopback, 0), this, null, TimeProvider.System));
        CheckTarget target = new()
        {
            Tftp = new("127.0.0.1", tftp.Port), HttpPort = http.EndPoint.Port, HttpsPort = lab.Server.Https.Port, Device = lab.Device, Profile = Profile, Lsc = Lsc, Mic = SharedKeys.Mic,
            Key = Profile.Encryption.Method == EncryptionMethod.Manual ? SymmetricKey.FromHex(new string('a', Profile.Encryption.KeyBits / 4), Profile.Encryption.KeyBits) : null,
            LargeFile = Files.ContainsKey(LargeFile) ? LargeFile : null, AllowChanges = AllowsChanges, Patience = Patience,
        };
        return await CheckSuite.RunAsync(Change(target), only, null, TestContext.Current.CancellationToken);
    }

    /// <summary>A server beside the lab's own, stopped with the bench.</summary>
    public T Add<T>(T server)
        where T : IAsyncDisposable
    {
        servers.Push(server);
        return server;
    }

    /// <summary>A TVS that knows no certificate.</summary>
    public ServerEndPoint AddTvs(TvsMisbehaviour misbehaviour)
    {
        TvsServer server = Add(new TvsServer(new(IPAddress.Loopback, 0), new() { Certificate = Pki.Tvs.Certificate, Directory = new NoTvsEntries(), Misbehaviour = misbehaviour }, new(), TimeProvider.System));
        return new("127.0.0.1", server.EndPoint.Port);
    }

    public ServerEndPoint AddCapf(ICapfOrders orders, CapfMisbehaviour? misbehaviour = null, SigningIdentity? identity = null)
    {
        SigningIdentity own = identity ?? Pki.Capf;
        CapfAuthority authority = CapfAuthority.FromPem($"{own.Certificate.ExportCertificatePem()}\n{own.Key.ExportPkcs8PrivateKeyPem()}", TimeProvider.System);
        CapfServer server = Add(new CapfServer(new(IPAddress.Loopback, 0), new() { Authority = authority, Orders = orders, Misbehaviour = misbehaviour ?? CapfMisbehaviour.None }, new(), TimeProvider.System));
        return new("127.0.0.1", server.EndPoint.Port);
    }

    /// <summary>A signed file's XML changed and signed anew.</summary>
    public void EditOpen(Func<byte[], byte[]> edit) => Files[Open] = Sign(edit([.. SignedFile.Parse(Files[Open]).Body.Span]), Open);

    public void EditOpen(string element, string value) => EditOpen(xml => new ConfigurationEditor(xml).Set(element, value).ToXml());

    /// <summary>The encrypted configuration changed and encrypted anew for the phone.</summary>
    public void EditEncrypted(Func<byte[], byte[]> edit) =>
        Files[Encrypted] = Encrypt(edit([.. EncryptedFile.Decrypt(Files[Encrypted], Lsc.Rsa!).ClearText.Span]), Encrypted);

    public byte[] Sign(byte[] body, string name, Formats.DigestAlgorithm digest = Formats.DigestAlgorithm.Sha1) => SignedFileWriter.Write(body, Pki.Cucm, Options(name, digest));

    public byte[] Encrypt(byte[] clear, string name) => EncryptedFileWriter.ForPublicKey(clear, Lsc.Rsa!, Pki.Cucm, Options(name));

    public byte[] Encrypt(byte[] clear, DeviceCertificate phone) => EncryptedFileWriter.ForPublicKey(clear, phone.Rsa!, Pki.Cucm, Options(Encrypted));

    public byte[] List(string name, Formats.DigestAlgorithm digest = Formats.DigestAlgorithm.Sha1, params TrustListEntry[] more) =>
        TrustListWriter.Write([new(TrustRole.Sast, Pki.Sast.Certificate), new(TrustRole.CcmTftp, Pki.Cucm.Certificate), new(TrustRole.Capf, Pki.Capf.Certificate), new(TrustRole.Tvs, Pki.Tvs.Certificate), .. more], Pki.Sast, Options(name, digest), new(1, 0));

    /// <summary>Without that role.</summary>
    public byte[] ListWithout(string name, TrustRole role) =>
        TrustListWriter.Write([.. TrustList.Parse(List(name)).Records.Where(r => r.Role != role).Select(r => new TrustListEntry(r.Role, X509CertificateLoader.LoadCertificate(r.Certificate.Span)))], Pki.Sast, Options(name), new(1, 0));

    public byte[]? Read(string name) => Http.TryGetValue(name, out byte[]? content) ? content : HttpHasEverything ? [.. "<html>"u8] : null;

    public async ValueTask DisposeAsync()
    {
        while (servers.TryPop(out IAsyncDisposable? server))
            await server.DisposeAsync();
        await lab.DisposeAsync();
    }

    private static SigningOptions Options(string name, Formats.DigestAlgorithm digest = Formats.DigestAlgorithm.Sha1) => new() { FileName = name, TimeStamp = TimeProvider.System.GetUtcNow(), Digest = digest };

    private static FirmwareProfile Quick(FirmwareProfile profile) =>
        profile with { Fetch = profile.Fetch with { Tftp = profile.Fetch.Tftp with { Retransmissions = [Patience, Patience] } } };

    private Lab.Database.LabPhone Prepared(Lab.Database.LabPhone phone, bool encrypted)
    {
        phone = phone with { EncryptedConfig = encrypted, Capf = Phone.Enrolment.CapfOperation.Fetch, CapfMode = Phone.Enrolment.CapfAuthentication.ExistingLscFirst };
        return lab.Profile.Encryption.Method == EncryptionMethod.Manual ? lab.WithKey(phone, 'a') : phone with { Certificate = Lsc.Certificate.ExportCertificatePem() };
    }

    private sealed class NoTvsEntries : ITvsDirectory
    {
        public IReadOnlyCollection<TvsEntry> Entries => [];
    }
}
