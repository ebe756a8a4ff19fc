using PhoneSim.Formats.Sip;
using PhoneSim.Network.Sccp;
using PhoneSim.Network.Sip;
using PhoneSim.Network.Tls;
using PhoneSim.Phone;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration;

namespace PhoneSim.TestSupport;

/// <summary>SEP001122334455 with line 1001 and real sockets, without a boot before it.</summary>
public sealed record RegisteringPhone(SignallingTransport Transport, params IReadOnlyList<ServerEndPoint> CallManagers)
{
    public static DigestUser User { get; } = new("digest-user", new("digest-s3cret"));

    public string Profile { get; init; } = "7962";

    public IReadOnlyList<RegistrationLine> Lines { get; init; } = [new("1001", User)];

    public TlsOptions Tls { get; init; } = new();

    public bool TrustsServers { get; init; } = true;

    /// <summary>Short enough for tests of silent servers, long enough for a busy machine.</summary>
    public RegistrationSettings Settings { get; init; } = new() { AnswerDeadline = TimeSpan.FromSeconds(5), T1 = TimeSpan.FromMilliseconds(50), T2 = TimeSpan.FromMilliseconds(200) };

    public RegistrationLog Log { get; } = new();

    public Task<RegistrationAttempt> RegisterAsync()
    {
        TlsConnector tls = new(Tls, TimeProvider.System);
        RegistrationOptions options = new() { Sip = new SipConnector(tls, TimeProvider.System), Sccp = new SccpConnector(tls, TimeProvider.System), Chance = new Random(7), Settings = Settings };
        return new CallManagerGroup(Request(), options, TimeProvider.System, Log).RegisterAsync(CancellationToken.None);
    }

    private RegistrationRequest Request() => new()
    {
        Device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException(),
        Profile = new ProfileStore().Find(Profile)!,
        CallManagers = CallManagers,
        Transport = Transport,
        Lines = Lines,
        Judge = TrustsServers ? Judges.TrustAll : Judges.TrustNone,
        Certificate = SharedKeys.Mic,
    };
}
