using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.Phone.Keypad;

/// <summary>A phone whose keys are pressed one after the other, without a loop of its own: it boots when it is reset, and is done when the call returns.</summary>
public sealed class KeyedPhone : IKeyTarget
{
    private readonly ConsoleLog log;
    private readonly BootContext phone;
    private readonly BootRunner runner;
    private readonly PhoneMenuHost host;
    private readonly MenuEngine menu;
    private readonly TimeProvider keyTime;

    /// <param name="keyTime">The clock of the keys: multi-tap, key sequences.</param>
    public KeyedPhone(PhoneOptions options, TimeProvider keyTime)
    {
        this.keyTime = keyTime;
        log = new(Lessons = new(options.Observer));
        phone = new(options with { Observer = log });
        runner = new(phone);
        host = new(phone, runner);
        menu = new(options.Profile, keyTime, host, Lessons);
        Factory.Equip(phone);
    }

    public LessonDesk Lessons { get; }

    public ScreenSnapshot Screen => menu.Snapshot();

    public KeypadTable? Keypad => menu.Keypad;

    public KeypadTable? OtherKeypad => menu.OtherKeypad;

    /// <param name="server">The server in words.</param>
    public PhoneSnapshot Snapshot(string server) => log.AddTo(new()
    {
        Device = phone.Device,
        Profile = phone.Profile,
        Screen = menu.Snapshot(),
        State = runner.State,
        Flash = FlashSummary.Of(phone.Contents),
        Server = server,
        Lesson = Lessons.View,
    });

    public PressResult Press(PhoneKey key) => menu.Press(key);

    public async Task SettleAsync(CancellationToken cancellation)
    {
        while (menu.IsSettling)
        {
            await Task.Delay(menu.Wake!.Value, keyTime, cancellation);
            menu.Tick();
            await CarryOutAsync(cancellation);
        }

        menu.Tick();
        await CarryOutAsync(cancellation);
    }

    public Task ResetAsync(CancellationToken cancellation) => ResetAsync(ResetKind.Reset, "reset", cancellation);

    /// <summary>The user answers CAPF, without the menus. False: the phone does not enrol now.</summary>
    public async Task<bool> EnterAuthStringAsync(Formats.Secret digits, CancellationToken cancellation)
    {
        if (!runner.CanEnrol)
            return false;
        await EnrolAsync(digits, cancellation);
        return true;
    }

    /// <summary>What the boots since the last reset came to; null: the phone was not reset.</summary>
    public BootReport? Report => runner.State == BootState.PoweredOff ? null : BootReport.Of(phone, runner.State, TimeSpan.Zero);

    private async Task CarryOutAsync(CancellationToken cancellation)
    {
        PhoneInput? wanted = host.Wanted;
        host.Wanted = null;
        if (wanted is PhoneInput.PowerCut)
            await runner.PowerOffAsync();
        if (wanted is PhoneInput.ResetAsked(var kind, var why))
            await ResetAsync(kind, why, cancellation);
        if (wanted is PhoneInput.LscUpdateAsked(var authString))
            await EnrolAsync(authString, cancellation);
    }

    public async Task ResetAsync(ResetKind kind, string why, CancellationToken cancellation)
    {
        menu.ShowIdle();
        BootTrigger first = phone.BeginReset(kind, why, runner.State);
        if (first == BootTrigger.PowerOn)
            await runner.PowerOffAsync();
        await RunAsync(first, cancellation);
    }

    private Task EnrolAsync(Formats.Secret? authString, CancellationToken cancellation)
    {
        phone.BeginUpdate(authString);
        return RunAsync(BootTrigger.LscUpdateAsked, cancellation);
    }

    /// <summary>Nobody would refresh a registration between two keys: it ends with the boot.</summary>
    private async Task RunAsync(BootTrigger first, CancellationToken cancellation)
    {
        try
        {
            await runner.RunAsync(first, cancellation);
        }
        finally
        {
            await runner.UnregisterAsync();
        }
    }
}
