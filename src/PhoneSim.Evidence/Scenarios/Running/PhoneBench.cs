using PhoneSim.Network;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>The phone of a scenario, watched: what it does is remembered, and its waits on nothing are jumped over.</summary>
internal sealed class PhoneBench(Scenario scenario, ulong seed, MemoryFlash flash, ScenarioClock clock) : IPhoneObserver, IDisposable
{
    private readonly List<PhoneEvent> events = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> files = [];
    private readonly List<string> refusals = [];
    private Dictionary<string, ReadOnlyMemory<byte>> earlier = [];
    private readonly InstantTime keyTime = new(clock);
    private PhoneNetwork? network;
    private KeyedPhone? phone;
    private int firstEvent;
    private TimeSpan started;

    public FlashContents Flash => flash.Contents;

    /// <summary>Of all starts.</summary>
    public IReadOnlyList<PhoneEvent> Events => events;

    /// <summary>What each name gave last.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files => files;

    /// <summary>The load in the phone.</summary>
    public FirmwareProfile Profile { get; private set; } = scenario.Phone.Profile;

    public void OnEvent(PhoneEvent phoneEvent)
    {
        events.Add(phoneEvent);
        clock.Moved();
        if (phoneEvent is FileAnswered { Result: { Answer: FetchAnswer.Ok } result } answered)
            files[answered.File] = result.Content;
        if (phoneEvent is CapfProgressed { Step.Phase: CapfPhase.WaitingToRetry })
            clock.Stalled();
    }

    /// <summary>Another server or another load: the phone is off until the next start.</summary>
    public void Rewire(Stage stage, FirmwareProfile? load = null)
    {
        network?.Dispose();
        network = new(new() { Seed = seed });
        Profile = load ?? Profile;
        PhoneOptions options = network.Connect(Options(stage));
        phone = new(scenario.Phone.Registers ? options : options with { Registration = null }, keyTime);
    }

    public async Task StartAsync(ResetKind kind, string why, CancellationToken cancellation)
    {
        (earlier, firstEvent, started) = (new(files), events.Count, clock.Now);
        await phone!.ResetAsync(kind, why, cancellation);
        clock.Moved();
    }

    public async Task PressAsync(IReadOnlyList<KeyStep> keys, CancellationToken cancellation) =>
        Refused(await new KeyPresser(phone!, Profile, keyTime).RunAsync(keys, cancellation));

    public async Task EnterAuthStringAsync(Formats.Secret digits, CancellationToken cancellation) =>
        Refused(await phone!.EnterAuthStringAsync(digits, cancellation) ? null : "the phone does not ask for an authentication string now");

    /// <param name="why">Null: nothing was refused.</param>
    public void Refused(string? why)
    {
        if (why is not null)
            refusals.Add(why);
    }

    public Moment Look() => new()
    {
        Report = phone?.Report,
        Flash = flash.Contents,
        Events = events.GetRange(firstEvent, events.Count - firstEvent),
        Earlier = earlier,
        Screen = phone is null ? [] : ScreenText.Render(phone.Screen, Profile.Screen).TrimEnd('\n').Split('\n'),
        Refusals = [.. refusals],
        Took = clock.Now - started,
    };

    /// <summary>What was refused since the last call.</summary>
    public IReadOnlyList<string> TakeRefusals()
    {
        string[] taken = [.. refusals];
        refusals.Clear();
        return taken;
    }

    public void Dispose() => network?.Dispose();

    private PhoneOptions Options(Stage stage) => new()
    {
        Device = scenario.Phone.Device,
        Profile = Profile,
        Flash = flash,
        Transports = [],
        Servers = [stage.Relay.EndPoint.Address.ToString()],
        TftpPort = stage.Relay.EndPoint.Port,
        HttpPort = stage.Server!.HttpPort,
        HttpsPort = stage.Server.HttpsPort,
        Time = clock,
        Observer = this,
        AuthString = scenario.Phone.AuthString,
    };
}
