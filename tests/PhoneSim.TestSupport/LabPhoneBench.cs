using System.Net;
using PhoneSim.Lab;
using PhoneSim.Lab.Capf;
using PhoneSim.Lab.Database;
using PhoneSim.Lab.Tvs;
using PhoneSim.Network.Capf;
using PhoneSim.Network.Http;
using PhoneSim.Network.Sccp;
using PhoneSim.Network.Sip;
using PhoneSim.Network.Tftp;
using PhoneSim.Network.Tvs;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration;
using PhoneSim.Phone.Trust;

namespace PhoneSim.TestSupport;

/// <summary>The built-in lab and one phone before it, over real TFTP on loopback.</summary>
public sealed class LabPhoneBench : IAsyncDisposable, IPhoneObserver
{
    private readonly TemporaryFolder folder = new();
    private readonly ProfileStore profiles = new();
    private readonly Lazy<LabServer> server;
    private readonly List<PhoneEvent> events = [];

    /// <param name="ownKeys">Certificates of its own; else those that all benches of the run share, since making them takes a second.</param>
    public LabPhoneBench(string profile, bool ownKeys = false)
    {
        if (!ownKeys)
            SharedKeys.CopyTo(folder.PathOf("pki"));
        Device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException();
        Profile = profiles.Find(profile)!;
        Database = new(folder.Path, profiles, TimeProvider.System);
        server = new(() => new(Database, new() { CapfMisbehaviour = Misbehaviour, TvsMisbehaviour = TvsMisbehaviour }, TimeProvider.System));
        Database.Save(LabPhones.New(Device, profile) with { DigestUser = "digest-user", DigestPassword = new("digest-s3cret"), SettingsPassword = new("24680") });
    }

    public DeviceName Device { get; }

    public FirmwareProfile Profile { get; }

    public PhoneDatabase Database { get; }

    public MemoryFlash Flash { get; } = new(FlashContents.Empty with { Mic = SharedKeys.Mic });

    public IPEndPoint Tftp => Server.Tftp;

    public IReadOnlyList<PhoneEvent> Events => events;

    /// <summary>A change on the Phone Configuration window, saved.</summary>
    public void Change(Func<LabPhone, LabPhone> change) => Database.Save(change(Database.Find(Device.ToString())!));

    public void TypeKey(char digit) => Flash.SetSymmetricKey(Formats.EncryptedFiles.SymmetricKey.FromHex(new string(digit, Profile.Encryption.KeyBits / 4), Profile.Encryption.KeyBits));

    public LabPhone WithKey(LabPhone phone, char digit) => phone.WithKey(new string(digit, Profile.Encryption.KeyBits / 4), Profile);

    /// <summary>Names of the files the last boot asked for, in order.</summary>
    public static IEnumerable<string> Asked(BootReport report) => report.Findings.Requests.Select(r => r.File);

    /// <summary>A phone that reads files by TFTP only.</summary>
    public PhoneOptions FilesOnly => new()
    {
        Device = Device, Profile = Profile, Flash = Flash, Transports = [new TftpTransport(Profile.Fetch.Tftp, TimeProvider.System)], Servers = ["127.0.0.1"],
        TftpPort = Server.Tftp.Port, HttpPort = 0, HttpsPort = 0, Observer = this,
    };

    /// <summary>A phone that also enrols and asks TVS.</summary>
    public PhoneOptions Whole => FilesOnly with
    {
        Enrolment = watch => new(new CapfConnector(new(new(), TimeProvider.System), TimeProvider.System), new(new PlatformKeyGenerator(), Capf, TimeProvider.System, watch)),
        Tvs = new(new TvsClient(new(new(), TimeProvider.System), TimeProvider.System, () => Flash.Contents.Certificate), TvsOptions.Of(Profile, Device), TimeProvider.System),
    };

    /// <summary>A phone that also registers.</summary>
    public PhoneOptions Registering => Whole with
    {
        Registration = new() { Sip = new SipConnector(new(new(), TimeProvider.System), TimeProvider.System), Sccp = new SccpConnector(new(new(), TimeProvider.System), TimeProvider.System), Chance = new(1), Settings = Registration },
    };

    public RegistrationSettings Registration { get; init; } = new() { AnswerDeadline = TimeSpan.FromSeconds(5) };

    /// <summary>A phone that reads files over whatever its profile can.</summary>
    public PhoneOptions EveryTransport => Whole with
    {
        Transports = [.. FilesOnly.Transports, new HttpTransport(new(), TimeProvider.System), new HttpTransport(new(), TimeProvider.System, new(new(), TimeProvider.System))],
        HttpPort = Server.Http.Port,
        HttpsPort = Server.Https.Port,
    };

    public CapfOptions Capf { get; init; } = new() { Retries = 0 };

    /// <summary>Of the lab's CAPF server.</summary>
    public CapfMisbehaviour Misbehaviour { get; init; } = CapfMisbehaviour.None;

    /// <summary>Of the lab's TVS server.</summary>
    public TvsMisbehaviour TvsMisbehaviour { get; init; } = TvsMisbehaviour.None;

    /// <summary>Started at the first look.</summary>
    public LabServer Server => server.Value;

    public Task<BootReport> BootAsync() => BootAsync(FilesOnly);

    public static Task<BootReport> BootAsync(PhoneOptions options) => new PhoneDevice(options).BootAsync(CancellationToken.None);

    public void OnEvent(PhoneEvent phoneEvent) => events.Add(phoneEvent);

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
            await server.Value.DisposeAsync();
        folder.Dispose();
    }
}
