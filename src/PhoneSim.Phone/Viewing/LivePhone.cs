using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Stepping;

namespace PhoneSim.Phone.Viewing;

/// <summary>A phone that is switched on and stays on, with its keys and its screen.</summary>
public sealed class LivePhone : IPhoneConsole, IDisposable
{
    private readonly Lock gate = new();
    private readonly ConsoleLog log;
    private readonly BootContext phone;
    private readonly BootRunner runner;
    private readonly PhoneMenuHost host;
    private readonly MenuEngine menu;
    private readonly PhoneLife life;
    private readonly string server;
    private readonly ITimer wake;

    /// <param name="server">The server in words, for the line that says whom the phone talks to.</param>
    public LivePhone(PhoneOptions options, string server)
    {
        this.server = server;
        log = new(Lessons = new(options.Observer));
        phone = new(Stepper.Attach(options with { Observer = log }, Steps));
        runner = new(phone);
        host = new(phone, runner);
        menu = new(options.Profile, options.Time, host, Lessons);
        life = new(phone, runner, Take);
        wake = options.Time.CreateTimer(_ => life.Post(new PhoneInput.ClockTicked()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public StepDesk Steps { get; } = new();

    public LessonDesk Lessons { get; }

    /// <summary>Powers the phone on; it lives until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation)
    {
        Factory.Equip(phone);
        return life.RunAsync(cancellation);
    }

    public PhoneSnapshot Snapshot()
    {
        lock (gate)
            return log.AddTo(new()
            {
                Device = phone.Device,
                Profile = phone.Profile,
                Screen = menu.Snapshot(),
                State = runner.State,
                Flash = FlashSummary.Of(phone.Contents),
                Server = server,
                Steps = Steps.View,
                Lesson = Lessons.View,
            });
    }

    public void Press(PhoneKey key) => life.Post(new PhoneInput.KeyPressed(key));

    public void Reset(ResetKind kind) => life.Post(new PhoneInput.ResetAsked(kind, "the reset button"));

    public void Dispose()
    {
        wake.Dispose();
        life.Dispose();
    }

    private void Take(PhoneInput input)
    {
        lock (gate)
        {
            if (input is PhoneInput.KeyPressed(var key))
                menu.Press(key);
            else if (input is PhoneInput.ResetAsked)
                menu.ShowIdle();
            else if (input is PhoneInput.ClockTicked)
                menu.Tick();
            if (host.Wanted is { } wanted)
                life.Post(wanted);
            host.Wanted = null;
            wake.Change(menu.Wake ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
