using Microsoft.Extensions.Time.Testing;
using PhoneSim.Formats.Sccp;
using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;
using PhoneSim.Phone.Tests.Boot;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Registration;

/// <summary>A registrar without sockets on a clock that the test moves, and the phone before it: SEP001122334455 with the lines 1001 and 1002.</summary>
internal sealed class ScriptedRegistrar : ISignallingConnector<SipMessage>, ISignallingConnector<SccpMessage>
{
    private readonly FakeTimeProvider time = new();
    private readonly Pump pump = new();
    private readonly long started;
    private readonly Queue<SipMessage> arrived = new();
    private TaskCompletionSource<SipMessage>? waiting;

    public ScriptedRegistrar() => started = time.GetTimestamp();

    public bool IsReliable { get; init; }

    /// <summary>The answer to a request; null: none.</summary>
    public Func<SipRequest, SipResponse?> Answer { get; set; } = _ => null;

    /// <summary>What the phone sent, and when.</summary>
    public List<(double Seconds, SipMessage Message)> Sent { get; } = [];

    public IEnumerable<SipRequest> Requests => Sent.Select(s => s.Message).OfType<SipRequest>();

    public RegistrationLog Log { get; } = new();

    public Task<RegistrationAttempt> Register(params IReadOnlyList<RegistrationLine> lines) => pump.Run(() => new CallManagerGroup(
        new()
        {
            Device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException(),
            Profile = TestPhone.PublicKey with { ModelNumber = 404 }, CallManagers = [new("cucm.example", 5060)], Transport = IsReliable ? SignallingTransport.Tcp : SignallingTransport.Udp,
            Lines = lines.Count == 0 ? [new("1001", null)] : lines, Judge = Judges.TrustAll,
        },
        new() { Sip = this, Sccp = this, Chance = new Random(1) }, time, Log).RegisterAsync(CancellationToken.None));

    public Task<RegistrationAttempt> Keep(ILiveRegistration live) => pump.Run(() => live.KeepAsync(CancellationToken.None));

    public Task Leave(ILiveRegistration live) => pump.Run(live.UnregisterAsync);

    /// <summary>In steps of a tenth of a second.</summary>
    public void Advance(double seconds)
    {
        for (int tenths = 0; tenths < Math.Round(seconds * 10); tenths++)
            pump.Run(() => { time.Advance(TimeSpan.FromMilliseconds(100)); return 0; });
    }

    /// <summary>A message reaches the phone.</summary>
    public void Deliver(SipMessage message) => pump.Run(() => { Arrive(message); return 0; });

    Task<SignallingConnection<SipMessage>> ISignallingConnector<SipMessage>.ConnectAsync(SignallingTarget target, CancellationToken cancellation) =>
        Task.FromResult(new SignallingConnection<SipMessage>(new Channel(this), ""));

    Task<SignallingConnection<SccpMessage>> ISignallingConnector<SccpMessage>.ConnectAsync(SignallingTarget target, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Written and read again, as it would be on the wire.</summary>
    private void Arrive(SipMessage message)
    {
        SipMessage received = SipMessage.Parse(message.Write());
        if (waiting?.TrySetResult(received) != true)
            arrived.Enqueue(received);
    }

    private sealed class Channel(ScriptedRegistrar registrar) : ISignallingChannel<SipMessage>
    {
        public ServerEndPoint Local { get; } = new("10.1.1.50", 51234);

        public bool IsReliable => registrar.IsReliable;

        public Task SendAsync(SipMessage message)
        {
            registrar.Sent.Add((Math.Round(registrar.time.GetElapsedTime(registrar.started).TotalSeconds, 1), message));
            if (message is SipRequest request && registrar.Answer(request) is { } response)
                registrar.Arrive(response);
            return Task.CompletedTask;
        }

        public Task<SipMessage> ReceiveAsync(CancellationToken cancellation)
        {
            if (registrar.arrived.TryDequeue(out SipMessage? message))
                return Task.FromResult(message);
            registrar.waiting = new();
            return registrar.waiting.Task;
        }

        public ValueTask DisposeAsync()
        {
            registrar.waiting?.TrySetException(new IOException("closed"));
            return ValueTask.CompletedTask;
        }
    }
}
