using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu.Voice;

/// <summary>The menu of a phone without a display (6901, 6911): heard, not seen, so it is shown as a transcript (shared/spec/phone-ui.md 2.3).</summary>
internal sealed class VoiceMenu(MenuContext menu) : IKeyMode
{
    private readonly VoiceTranscript transcript = new(menu);
    private VoiceStage stage;
    private string typed = "";

    public KeypadTable? Keypad => stage switch { VoiceStage.Pin => KeypadTable.Decimal, VoiceStage.Address => KeypadTable.Address, _ => null };

    public KeypadTable? OtherKeypad => null;

    public ScreenSnapshot Snapshot() => new()
    {
        Title = "",
        Rows = [.. transcript.Lines(Keypad is null ? null : stage == VoiceStage.Pin ? new('*', typed.Length) : typed).Select(line => new ScreenRow(line, "", Openable: false))],
        Softkeys = [],
        Locked = stage is not (VoiceStage.Main or VoiceStage.Address),
    };

    public PressResult Press(PhoneKey key) => key switch
    {
        PhoneKey.Hard(var name) => menu.Profile.Screen.HardKeys.Contains(name) ? PressHard(name) : PressResult.NoSuchKey,
        PhoneKey.Chord(var keys) when keys == menu.Profile.Menu.OpenKey => Call(keys),
        PhoneKey.Digit(var symbol) => PressSymbol(symbol),
        PhoneKey.Typed('.') => PressSymbol('*'),
        PhoneKey.Typed(var character) => KeyNames.IsSymbol(character) ? PressSymbol(character) : PressResult.Refused,
        PhoneKey.Softkey => PressResult.NoSuchSoftkey,
        _ => PressResult.NoSuchKey,
    };

    public void Leave()
    {
        transcript.Clear();
        (stage, typed) = (VoiceStage.OnHook, "");
    }

    private PressResult PressHard(string name) => name switch
    {
        "hookswitch" or "speaker" when stage == VoiceStage.OnHook => Enter(VoiceStage.OffHook, Texts.VoiceOffHook),
        "hookswitch" or "speaker" => HangUp(),
        "redial" when typed.Length > 0 => DeleteLeft(),
        _ => PressResult.NothingToDo,
    };

    private PressResult Call(string keys)
    {
        if (stage != VoiceStage.OffHook)
            return PressResult.NothingToDo;
        transcript.Pressed(keys);
        return Enter(VoiceStage.Pin, Texts.VoicePassword);
    }

    private PressResult PressSymbol(char symbol) => (stage, symbol) switch
    {
        (VoiceStage.OnHook or VoiceStage.OffHook, _) => PressResult.NothingToDo,
        (VoiceStage.Main, _) => Choose(symbol),
        (VoiceStage.Pin, '#') => CheckPin(),
        (VoiceStage.Address, '#') => StoreAddress(),
        (VoiceStage.Pin, '*') => PressResult.Refused,
        _ => Type(symbol == '*' ? '.' : symbol),
    };

    private PressResult Type(char character)
    {
        typed += character;
        return PressResult.Done;
    }

    private PressResult DeleteLeft()
    {
        typed = typed[..^1];
        return PressResult.Done;
    }

    private PressResult CheckPin()
    {
        transcript.Pressed(new string('*', typed.Length) + "#");
        bool right = menu.Lock.IsPassword(typed);
        return right ? Enter(VoiceStage.Main, Texts.VoiceMainMenu) : Refuse(Texts.VoiceWrongPassword, Texts.VoicePassword);
    }

    private PressResult Choose(char symbol)
    {
        transcript.Pressed(symbol.ToString());
        MenuNode? row = menu.Profile.Menu.Root.Children.Where((row, i) => (row.Digit ?? i + 1) == symbol - '0').FirstOrDefault();
        return row?.Kind switch
        {
            null => Refuse(Texts.VoiceNoSuchChoice, Texts.VoiceMainMenu),
            MenuKinds.TftpServer1 => AskAddress(row),
            MenuKinds.FactoryReset => Reset(row),
            _ => Tell(row),
        };
    }

    private PressResult Tell(MenuNode row)
    {
        transcript.Said($"{row.Label}: {(row.Kind == MenuKinds.Text ? menu.Text(Texts.RowNotSimulated) : row.Value is null ? "" : menu.Host.Fact(row.Value))}".TrimEnd(' ', ':'));
        return Enter(VoiceStage.Main, Texts.VoiceMainMenu);
    }

    private PressResult AskAddress(MenuNode row)
    {
        transcript.Said($"{row.Label}: {menu.Host.Fact("tftp-server-1")}");
        return Enter(VoiceStage.Address, Texts.VoiceTftp);
    }

    /// <summary>Nothing typed keeps the server; a star alone goes back to the one that DHCP gave.</summary>
    private PressResult StoreAddress()
    {
        transcript.Pressed(typed.Replace('.', '*') + "#");
        if (typed.Length > 0 && typed != "." && TftpServerEntry.Parse(typed) is null)
            return Refuse(Texts.AddressNotValid, Texts.VoiceTftp);
        if (typed.Length > 0)
            menu.Host.SetAlternateTftp(typed == "." ? null : typed, null);
        return Enter(VoiceStage.Main, Texts.VoiceMainMenu);
    }

    private PressResult Reset(MenuNode row)
    {
        transcript.Said(menu.Text(Texts.Resetting));
        menu.Host.RequestReset(ResetKind.FactoryReset, row.Label);
        return HangUp();
    }

    private PressResult HangUp() => Enter(VoiceStage.OnHook, Texts.VoiceOnHook);

    private PressResult Enter(VoiceStage next, string textId)
    {
        (stage, typed) = (next, "");
        transcript.Said(menu.Text(textId));
        return PressResult.Done;
    }

    private PressResult Refuse(string problem, string again)
    {
        transcript.Said(menu.Text(problem));
        Enter(stage, again);
        return PressResult.Refused;
    }
}
