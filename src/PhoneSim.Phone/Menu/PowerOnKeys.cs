using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>A phone that was switched on with a key held waits for the digits of a reset (<see cref="PowerOnProfile"/>). A digit may be repeated; after a wrong one the phone starts.</summary>
internal sealed class PowerOnKeys : IKeyMode
{
    /// <summary>How long the phone shows that it took the sequence; our choice.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(3);

    private readonly MenuContext menu;
    private readonly IReadOnlyList<PowerOnSequence> sequences;
    private string typed = "";
    private bool isAsking;
    private long since;

    public PowerOnKeys(MenuContext menu, char held)
    {
        this.menu = menu;
        sequences = [.. menu.Profile.PowerOn.Sequences.Where(sequence => sequence.Held == held)];
        since = menu.Time.GetTimestamp();
    }

    public KeypadTable? Keypad => null;

    public KeypadTable? OtherKeypad => null;

    public bool IsAccepted { get; private set; }

    public TimeSpan Wake => TimeSpan.FromTicks(Math.Max(0, (Limit - menu.Time.GetElapsedTime(since)).Ticks));

    private TimeSpan Limit => IsAccepted ? Shown : menu.Profile.PowerOn.Window;

    /// <summary>A phone without sequences for the key starts as always.</summary>
    public PressResult Begin()
    {
        if (sequences.Count == 0)
            return Start("power-on");
        menu.Host.CutPower();
        return PressResult.Done;
    }

    public ScreenSnapshot Snapshot() => new()
    {
        Title = "",
        Rows = [.. Lines().Select(id => new ScreenRow(menu.Text(id), "", Openable: false))],
        Softkeys = [.. Enumerable.Repeat("", menu.Profile.Screen.SoftkeyCount)],
        Locked = true,
        Status = menu.Status,
        Lamps = IsAccepted || isAsking ? menu.Profile.PowerOn.Accepted : typed.Length > 0 ? menu.Profile.PowerOn.Typing : menu.Profile.PowerOn.Held,
    };

    public PressResult Press(PhoneKey key)
    {
        menu.Hush();
        since = menu.Time.GetTimestamp();
        return key is not PhoneKey.Digit(var symbol) || IsAccepted ? PressResult.NothingToDo : isAsking ? Answer(symbol) : Take(symbol);
    }

    public void Tick()
    {
        if (menu.Time.GetElapsedTime(since) >= Limit)
            Start(IsAccepted ? "factory reset at power-on" : "power-on");
    }

    public void Leave()
    {
    }

    private IEnumerable<string> Lines() => (isAsking, IsAccepted) switch
    {
        (true, _) => [Texts.PowerOnDetected, Texts.KeepNetwork],
        (_, true) => [Texts.PowerOnDetected, Texts.PowerOnResetting],
        _ => [],
    };

    private PressResult Take(char symbol)
    {
        string longer = typed + symbol;
        if (sequences.Any(sequence => sequence.Keys.StartsWith(longer, StringComparison.Ordinal)))
            typed = longer;
        else if (typed.Length == 0 || typed[^1] != symbol)
            return Wrong();
        return sequences.FirstOrDefault(sequence => sequence.Keys == typed) is { } whole ? Complete(whole) : PressResult.Done;
    }

    private PressResult Wrong()
    {
        typed = "";
        if (!menu.Profile.PowerOn.WrongDigitBeginsAgain)
            Start("power-on");
        return menu.Answer(menu.Profile.PowerOn.WrongDigitBeginsAgain ? Texts.PowerOnAgain : Texts.PowerOnWrong, PressResult.Refused);
    }

    private PressResult Complete(PowerOnSequence sequence)
    {
        isAsking = sequence.AsksNetwork;
        return isAsking ? PressResult.Done : Forget(sequence.KeepsNetwork);
    }

    private PressResult Answer(char symbol) => symbol is '1' or '2' ? Forget(keepsNetwork: symbol == '1') : PressResult.Refused;

    private PressResult Forget(bool keepsNetwork)
    {
        (isAsking, IsAccepted) = (false, true);
        menu.Host.ForgetEverything(keepsNetwork);
        return PressResult.Done;
    }

    private PressResult Start(string why)
    {
        menu.Host.RequestReset(ResetKind.Reset, why);
        return PressResult.Done;
    }
}
