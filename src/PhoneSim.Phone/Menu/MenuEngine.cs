using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Menu.Voice;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>A phone's keys and what it shows. Belongs to the phone's loop; a press is done when <see cref="Press"/> returns.</summary>
public sealed class MenuEngine
{
    private readonly MenuContext menu;
    private readonly IKeyMode menus;
    private readonly IPressObserver? watcher;
    private PowerOnKeys? powerOn;
    private long pressed;

    /// <param name="watcher">Sees every press with what it changed; null: nobody.</param>
    public MenuEngine(FirmwareProfile profile, TimeProvider time, IMenuHost host, IPressObserver? watcher = null)
    {
        this.watcher = watcher;
        menu = new(profile, time, host);
        menus = profile.Screen.Columns == 0 ? new VoiceMenu(menu) : new ScreenMenus(menu);
        pressed = time.GetTimestamp();
    }

    /// <summary>What the twelve keys type into the field that is open; null: no field is open.</summary>
    public KeypadTable? Keypad => Mode.Keypad;

    /// <summary>What they type after the softkey Number or Alpha; null: there is none.</summary>
    public KeypadTable? OtherKeypad => Mode.OtherKeypad;

    /// <summary>When <see cref="Tick"/> has something to do; null: never.</summary>
    public TimeSpan? Wake => powerOn?.Wake ?? (IsAtRest || IdleLimit is not { } limit ? null : Later(limit - menu.Time.GetElapsedTime(pressed)));

    /// <summary>What the last key set going goes on by itself: wait for <see cref="Wake"/>.</summary>
    public bool IsSettling => powerOn is { IsAccepted: true };

    private IKeyMode Mode => powerOn ?? menus;

    private TimeSpan? IdleLimit => menu.Profile.Menu.Relock.Idle;

    private bool IsAtRest => menu.Top is null && !menu.Lock.IsOpen;

    public ScreenSnapshot Snapshot() => Mode.Snapshot();

    public PressResult Press(PhoneKey key)
    {
        if (watcher is null)
            return Act(key);
        ScreenSnapshot before = Snapshot();
        PressResult result = Act(key);
        watcher.OnPress(new(key, result, before, Snapshot()));
        return result;
    }

    /// <summary>What a reset does to the screen.</summary>
    public void ShowIdle()
    {
        powerOn = null;
        menus.Leave();
        menu.Lock.AfterReset();
    }

    /// <summary>What time alone brings about.</summary>
    public void Tick()
    {
        powerOn?.Tick();
        if (powerOn is not null || IsAtRest || IdleLimit is not { } limit || menu.Time.GetElapsedTime(pressed) < limit)
            return;
        menus.Leave();
        menu.Lock.Relock();
    }

    private PressResult Act(PhoneKey key)
    {
        Tick();
        pressed = menu.Time.GetTimestamp();
        return key switch
        {
            PhoneKey.PowerOn(var held) => PowerOn(held),
            PhoneKey.Chord(var keys) when keys == menu.Profile.Menu.ResetChord => menu.Reset(keys),
            _ => Mode.Press(key),
        };
    }

    private PressResult PowerOn(char held)
    {
        menus.Leave();
        powerOn = new(menu, held);
        return powerOn.Begin();
    }

    private static TimeSpan Later(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}
