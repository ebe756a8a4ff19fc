using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>A field typed with the twelve keys or a PC keyboard. Nothing is stored before Accept.</summary>
internal sealed class EntryPage : MenuPage
{
    private readonly EntrySpec spec;
    private readonly EntryBuffer buffer;
    private readonly MultiTap tap;
    private readonly PickList list = new();
    private KeypadTable keypad;

    public EntryPage(MenuContext menu, MenuNode node, EntrySpec spec)
        : base(menu, node)
    {
        (this.spec, keypad) = (spec, spec.Keypad);
        buffer = new(spec.Limit);
        buffer.Set(spec.Initial);
        tap = new(menu.Time, menu.Profile.Menu.MultiTapPause);
    }

    public override KeypadTable Keypad => keypad;

    public override KeypadTable? OtherKeypad => keypad == spec.Keypad ? spec.Alternate : spec.Keypad;

    public override PressResult PressDigit(char symbol)
    {
        string cycle = keypad.Cycle(symbol);
        if (cycle.Length == 0)
            return Refuse(spec.RefusedText);
        if (list.IsOpenFor(symbol))
            return list.Next();
        if (Settle() == PressResult.Refused)
            return PressResult.Refused;
        return cycle.Length == 1 ? Insert(cycle[0]) : keypad.PicksFromList ? list.Open(symbol, cycle) : Tap(symbol, cycle);
    }

    public override PressResult Type(char character)
    {
        if (keypad.Accept(character) is not { } accepted)
            return Refuse(spec.RefusedText);
        return Settle() == PressResult.Refused ? PressResult.Refused : Insert(accepted);
    }

    public override PressResult Navigate(NavigationKey key)
    {
        if (list.IsOpen)
            return NavigateList(key);
        return key switch
        {
            NavigationKey.Left => Move(buffer.MoveLeft),
            NavigationKey.Right => tap.IsPending ? EndCycle() : Move(buffer.MoveRight),
            NavigationKey.Up when Menu.Profile.Menu.ArrowsJump => Move(() => buffer.MoveTo(0)),
            NavigationKey.Down when Menu.Profile.Menu.ArrowsJump => Move(() => buffer.MoveTo(buffer.Text.Length)),
            NavigationKey.Select => Accept(),
            NavigationKey.Back => Close(),
            _ => PressResult.NothingToDo,
        };
    }

    protected override PressResult Act(SoftkeyAction action) => action switch
    {
        SoftkeyAction.Accept or SoftkeyAction.Save or SoftkeyAction.Select => list.IsOpen && action == SoftkeyAction.Select ? Settle() : Accept(),
        SoftkeyAction.Cancel or SoftkeyAction.Exit => list.IsOpen ? list.Close() : Close(),
        SoftkeyAction.DeleteLeft => list.IsOpen ? list.Close() : Move(buffer.DeleteLeft),
        SoftkeyAction.Revert => Revert(),
        SoftkeyAction.ToggleEntryMode => ToggleMode(),
        _ => PressResult.NothingToDo,
    };

    protected override ScreenSnapshot Draw(ScreenSnapshot frame) => frame with
    {
        Softkeys = [.. frame.Softkeys.Select(ModeLabel)],
        Entry = new(
            spec.Prompt,
            spec.Masked ? new string('*', buffer.Text.Length) : buffer.Text,
            buffer.Cursor,
            tap.IsPending,
            list.Choices,
            list.Choice,
            spec.ExpectedLength,
            spec.IsSecret),
    };

    private PressResult Tap(char symbol, string cycle)
    {
        MultiTapStep step = tap.Press(symbol, cycle);
        if (!step.Replaces)
            return buffer.Insert(step.Character) ? PressResult.Done : Full();
        buffer.ReplaceLeft(step.Character);
        return PressResult.Done;
    }

    private PressResult Insert(char character)
    {
        tap.End();
        return buffer.Insert(character) ? PressResult.Done : Full();
    }

    private PressResult Full()
    {
        tap.End();
        return Refuse(spec.FullText);
    }

    /// <summary>An open list gives the character it stands on to the field.</summary>
    private PressResult Settle() => list.Take() is { } picked ? Insert(picked) : PressResult.Done;

    private PressResult NavigateList(NavigationKey key) => key switch
    {
        NavigationKey.Up or NavigationKey.Left => list.Previous(),
        NavigationKey.Down or NavigationKey.Right => list.Next(),
        NavigationKey.Select => Settle(),
        _ => list.Close(),
    };

    private PressResult Move(Func<bool> move)
    {
        tap.End();
        return move() ? PressResult.Done : PressResult.NothingToDo;
    }

    private PressResult EndCycle()
    {
        tap.End();
        return PressResult.Done;
    }

    private PressResult Revert()
    {
        tap.End();
        list.Close();
        buffer.Set(spec.Initial);
        return PressResult.Done;
    }

    private PressResult ToggleMode()
    {
        if (OtherKeypad is not { } other)
            return PressResult.NothingToDo;
        tap.End();
        keypad = other;
        return PressResult.Done;
    }

    /// <summary>Number and Alpha name what the keypad can be switched to.</summary>
    private string ModeLabel(string label) =>
        keypad != spec.Keypad && SoftkeyActions.Of(label) == SoftkeyAction.ToggleEntryMode ? SoftkeyActions.OtherMode(label) : label;

    private PressResult Accept()
    {
        tap.End();
        PressResult result = Settle();
        if (result == PressResult.Done)
            result = spec.Accept(buffer.Text);
        if (result != PressResult.Done)
            return result;
        Menu.Close();
        return spec.Then?.Invoke() ?? result;
    }

    private PressResult Refuse(string textId)
    {
        Menu.Say(textId, spec.ExpectedLength);
        return PressResult.Refused;
    }
}
