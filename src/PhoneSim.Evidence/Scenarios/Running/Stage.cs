using PhoneSim.Network.Faults;
using PhoneSim.Phone;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>The other side of a scenario: its clusters and servers, and the relay that stands between them and the phone.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("phonesim-scenario-");
    private readonly Dictionary<string, LabHost> labs = [];
    private readonly List<IScenarioServer> others = [];
    private readonly Scenario scenario;
    private readonly ScenarioKeys keys;
    private readonly ProfileStore profiles;
    private readonly ScenarioClock clock;
    private IReadOnlyDictionary<string, ScenarioAnswer> answers;
    private RelayFaults faults;

    public Stage(Scenario scenario, ulong seed, ScenarioKeys keys, ProfileStore profiles, ScenarioClock clock)
    {
        (this.scenario, this.keys, this.profiles, this.clock, answers, faults) = (scenario, keys, profiles, clock, scenario.Answers, scenario.Faults);
        Relay = new(new(), seed, clock, clock);
    }

    public TftpRelay Relay { get; }

    /// <summary>Null: none was started yet.</summary>
    public IScenarioServer? Server { get; private set; }

    /// <summary>The cluster that is the phone's server now; null: it is no lab.</summary>
    public LabHost? Lab => Server as LabHost;

    /// <summary>A cluster, running or not.</summary>
    public LabHost Cluster(string name) => labs.TryGetValue(name, out LabHost? known) ? known : labs[name] = new(Path.Combine(folder.FullName, $"cluster-{labs.Count}"), name, keys, profiles, clock, scenario.Phone);

    public async Task UseAsync(ScenarioServer server, FlashContents flash, CancellationToken cancellation)
    {
        Server = server switch
        {
            ScenarioServer.Lab lab => await StartAsync(lab, flash),
            ScenarioServer.Folder { Path: var path } => Add(new FolderServer(path, Path.Combine(folder.FullName, $"files-{others.Count}"), clock)),
            ScenarioServer.External { At: var at } => Add(await ExternalServer.FindAsync(at, cancellation)),
            _ => throw new InvalidOperationException($"{server} is no server"),
        };
    }

    public void Change(LabSettings settings, FlashContents flash) => Lab!.Change(settings, CertificateOf(settings.Certificate, flash));

    public void Answer(IReadOnlyDictionary<string, ScenarioAnswer> now) => answers = now;

    public void Fault(RelayFaults now) => faults = now;

    /// <summary>Before a start of the phone.</summary>
    public void Prepare()
    {
        Server!.Offer(answers);
        Relay.Rules = new() { Server = Server.Tftp, Faults = faults, Answers = answers.Where(a => a.Value is ScenarioAnswer.Tftp).ToDictionary(a => a.Key, a => ((ScenarioAnswer.Tftp)a.Value).Answer) };
    }

    public async ValueTask DisposeAsync()
    {
        await Relay.DisposeAsync();
        foreach (IScenarioServer server in labs.Values.Concat(others))
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<LabHost> StartAsync(ScenarioServer.Lab lab, FlashContents flash)
    {
        LabHost host = Cluster(lab.Cluster);
        host.Change(lab.Settings, CertificateOf(lab.Settings.Certificate, flash));
        await host.StartAsync(lab.HasHttp, lab.Vouches is { } other ? Cluster(other) : null);
        return host;
    }

    /// <summary>PEM; empty: none; null: as it was.</summary>
    private string? CertificateOf(string? word, FlashContents flash) => word switch
    {
        null => null,
        "mic" => flash.Mic?.Certificate.ExportCertificatePem() ?? "",
        "lsc" => flash.Lsc?.Certificate.ExportCertificatePem() ?? "",
        "foreign" => keys.Mic(Foreign, scenario.Phone.Profile).Certificate.ExportCertificatePem(),
        _ => "",
    };

    private static DeviceName Foreign => DeviceName.TryParse("FEFEFEFEFEFE", out DeviceName? name) ? name : throw new InvalidOperationException();

    private IScenarioServer Add(IScenarioServer server)
    {
        others.Add(server);
        return server;
    }
}
