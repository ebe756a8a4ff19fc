using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Loop;
using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Tftp;
using PhoneSim.Network.Tvs;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Fleet.Services;

/// <summary>Wires the phones of one loop to the network.</summary>
internal sealed class FleetNetwork(FleetOptions options, FleetLoop loop, TftpSockets sockets, PhaseHistograms phases, IKeyGenerator? keys) : IDisposable
{
    private const int RegistrationQuestion = 3;

    private readonly Dictionary<FirmwareProfile, ProfileNetwork> profiles = new(ReferenceEqualityComparer.Instance);
    private readonly TrustListPool trustLists = new();
    private readonly string[] servers = [.. options.Servers.Select(s => s.Host)];
    private readonly int[] ports = [.. options.Servers.Select(s => s.Port)];

    private FleetServices Services => options.Services;

    public PhoneOptions Connect(FleetPhone phone, IFlash flash, BootWatch watch)
    {
        ProfileNetwork shared = Shared(phone.Profile);
        return new()
        {
            Device = phone.Device,
            Profile = phone.Profile,
            Flash = flash,
            Transports = options.Loss > 0 ? Lossy(phone, shared) : shared.Transports,
            Servers = servers,
            TftpPorts = ports,
            HttpPort = Services.HttpPort,
            HttpsPort = Services.HttpsPort,
            ReadTrustList = trustLists.Read,
            Time = options.Time,
            Observer = watch,
            AuthString = Services.AuthString,
            Enrolment = keys is null ? null : observer => new(shared.Capf, new(keys, shared.CapfOptions, options.Time, observer)),
            CapfServers = Services.Capf is { } capf ? [capf] : null,
            Tvs = Services.AsksTvs && phone.Profile.Tvs.Asks ? Tvs(phone, flash, shared) : null,
            TvsServers = Services.Tvs is { } tvs ? [tvs] : null,
            Registration = Services.Registers ? Registration(phone, shared) : null,
        };
    }

    public void Dispose()
    {
        foreach (ProfileNetwork network in profiles.Values)
            network.Dispose();
    }

    private IReadOnlyList<IFileTransport> Lossy(FleetPhone phone, ProfileNetwork shared) =>
        [.. shared.Transports.Where(t => t.Kind != TransportKind.Tftp), new LoopTftpTransport(loop, phone.Profile.Fetch.Tftp, sockets, new(options.Loss, new(options.Seed, phone.Mac), phone.Boots))];

    private TvsVerifier Tvs(FleetPhone phone, IFlash flash, ProfileNetwork shared) => new(
        new OffLoopTvs(new TvsClient(shared.Tls, options.Time, () => flash.Contents.Certificate), loop, phases),
        TvsOptions.Of(phone.Profile, phone.Device), options.Time);

    private RegistrationOptions Registration(FleetPhone phone, ProfileNetwork shared) =>
        new() { Sip = shared.Sip, Sccp = shared.Sccp, Chance = new Random((int)(new PhoneChance(options.Seed, phone.Mac).Of(RegistrationQuestion) * int.MaxValue)) };

    private ProfileNetwork Shared(FirmwareProfile profile)
    {
        if (!profiles.TryGetValue(profile, out ProfileNetwork? known))
            profiles[profile] = known = new(profile, loop, sockets);
        return known;
    }
}
