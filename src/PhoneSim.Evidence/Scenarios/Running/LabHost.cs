using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Lab;
using PhoneSim.Lab.Database;
using PhoneSim.Phone;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>One cluster of a scenario: its database, and its server as soon as it is started.</summary>
internal sealed class LabHost : IScenarioServer
{
    /// <summary>Our choice.</summary>
    private const int MostAttempts = 20;

    private readonly string folder;
    private readonly string cluster;
    private readonly ScenarioKeys keys;
    private readonly ProfileStore profiles;
    private readonly TimeProvider time;
    private readonly DeviceName device;
    private readonly List<Lab.Pki.LabPki> vouched = [];
    private LabServer? server;
    private LabOptions? ports;
    private bool hasHttp = true;
    private bool hasAnswers;
    private int generation;

    public LabHost(string folder, string cluster, ScenarioKeys keys, ProfileStore profiles, TimeProvider time, ScenarioPhone phone)
    {
        (this.folder, this.cluster, this.keys, this.profiles, this.time, device) = (folder, cluster, keys, profiles, time, phone.Device);
        keys.CopyTo(PkiFolder, cluster);
        Database = new(folder, profiles, time);
        Database.Save(Database.Cluster);
        Database.Save(LabPhones.New(phone.Device, phone.Profile.Name) with { DigestUser = "digest-user", DigestPassword = new("digest-s3cret") });
    }

    public PhoneDatabase Database { get; private set; }

    public IPEndPoint Tftp => server!.Tftp;

    public int HttpPort => hasHttp ? server!.Http.Port : 0;

    public int HttpsPort => hasHttp ? server!.Https.Port : 0;

    private string PkiFolder => Path.Combine(folder, "pki");

    public byte[]? Read(string name) => Path.Combine(Database.OfferedFolder, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    public async Task StartAsync(bool withHttp, LabHost? vouchesFor)
    {
        hasHttp = withHttp;
        if (vouchesFor is not null)
            vouched.Add(vouchesFor.Database.Pki);
        if (server is null || vouchesFor is not null)
            await RestartAsync();
    }

    /// <exception cref="LabException">Refused.</exception>
    public void Change(LabSettings settings, string? certificate)
    {
        Database.Save(settings.Cluster.ApplyTo(Database.Cluster));
        if (settings.IsKnown == false)
            Database.Remove(device.ToString());
        else if (Database.Find(device.ToString()) is { } phone)
            Database.Save((settings.Phone with { Certificate = certificate }).ApplyTo(phone, profiles.Find(settings.Phone.Profile ?? phone.Profile)!));
    }

    /// <summary>New keys under these names; the services start again with them, at the same ports.</summary>
    public async Task RegenerateAsync(IReadOnlyList<string> names)
    {
        keys.CopyTo(PkiFolder, $"{cluster}, made anew {++generation}", names);
        Database = new(folder, profiles, time);
        await RestartAsync();
    }

    public void Offer(IReadOnlyDictionary<string, ScenarioAnswer> answers)
    {
        if (hasAnswers)
            Database.Save(Database.Cluster);
        hasAnswers = answers.Count > 0;
        OfferedAnswers.Write(Database.OfferedFolder, answers, (name, text) => SignedFileWriter.Write(text.Span, Database.Pki.Cucm, new() { FileName = name, TimeStamp = time.GetUtcNow(), Digest = Database.Cluster.Digest }));
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        server = null;
    }

    /// <summary>Phones remember these ports, so they stay.</summary>
    private async Task RestartAsync()
    {
        await DisposeAsync();
        for (int attempt = 1; server is null; attempt++)
            try
            {
                LabOptions tried = ports ?? NewPorts();
                server = new(Database, tried with { VouchesFor = [.. vouched] }, time);
                ports = tried;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse && ports is null && attempt < MostAttempts)
            {
                // Another program has one of these; the next ones are tried.
            }
    }

    private static LabOptions NewPorts() => new()
    {
        TftpPort = LastingPorts.Take(), HttpPort = LastingPorts.Take(), HttpsPort = LastingPorts.Take(), CapfPort = LastingPorts.Take(), TvsPort = LastingPorts.Take(),
        SipPort = LastingPorts.Take(), SecureSipPort = LastingPorts.Take(), SccpPort = LastingPorts.Take(), SecureSccpPort = LastingPorts.Take(),
    };
}
