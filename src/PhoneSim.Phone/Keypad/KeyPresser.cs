using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Keypad;

/// <summary>Presses keys one after the other, waiting where a person would. Stops at the first key that the phone does not have or refuses.</summary>
public sealed class KeyPresser(IKeyTarget phone, FirmwareProfile profile, TimeProvider time)
{
    /// <returns>Null: all keys were pressed and taken. Else what went wrong and what the screen offers, in one line.</returns>
    public async Task<string?> RunAsync(IEnumerable<KeyStep> steps, CancellationToken cancellation)
    {
        foreach (KeyStep step in steps)
        {
            if (await RunAsync(step, cancellation) is { } problem)
                return problem;
            await phone.SettleAsync(cancellation);
        }

        return null;
    }

    private async Task<string?> RunAsync(KeyStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case KeyStep.Soft soft:
                return PressSoftkey(soft);
            case KeyStep.Row row:
                return OpenRow(row);
            case KeyStep.TypeText typed:
                return await TypeAsync(typed, cancellation);
            case KeyStep.Wait wait:
                await Task.Delay(wait.Duration, time, cancellation);
                return null;
            case KeyStep.Reset:
                await phone.ResetAsync(cancellation);
                return null;
            case KeyStep.Press press:
                return Explain(press.Word, phone.Press(press.Key));
            default:
                return $"{step} is no key";
        }
    }

    private string? PressSoftkey(KeyStep.Soft step)
    {
        int index = IndexOf(phone.Screen.Softkeys, step.Label);
        return index < 0 ? Explain(step.Word, PressResult.NoSuchSoftkey) : Explain(step.Word, phone.Press(new PhoneKey.Softkey(index)));
    }

    private string? OpenRow(KeyStep.Row step)
    {
        ScreenSnapshot screen = phone.Screen;
        int target = screen.Selected is null ? -1 : IndexOf([.. screen.Rows.Select(row => row.Label)], step.Label);
        if (target < 0)
            return Explain(step.Word, PressResult.NoSuchRow);
        int distance = target - screen.Selected!.Value;
        for (int i = 0; i < Math.Abs(distance); i++)
            phone.Press(new PhoneKey.Navigation(distance < 0 ? NavigationKey.Up : NavigationKey.Down));
        return Explain(step.Word, Select() ?? phone.Press(new PhoneKey.Digit((char)('1' + target))));
    }

    private async Task<string?> TypeAsync(KeyStep.TypeText step, CancellationToken cancellation)
    {
        char? last = null;
        foreach (char character in step.Text)
        {
            if (phone.Keypad is not { } keypad)
                return $"{step}… nothing can be typed here; {Offer()}";
            if (keypad.Find(character) is null && phone.OtherKeypad?.Find(character) is not null)
                keypad = SwitchMode();
            if (keypad.Find(character) is not { } place)
                return $"{step}… this field has no key for one of the characters; {Offer()}";
            if (phone.Screen.Entry is { Pending: true } && (last is null || last == place.Symbol))
                await Task.Delay(profile.Menu.MultiTapPause, time, cancellation);
            last = place.Symbol;
            if (Explain($"{step}…", Tap(keypad, place.Symbol, place.Index)) is { } problem)
                return problem;
        }

        return null;
    }

    /// <summary>Number or Alpha.</summary>
    /// <returns>What the keys type now.</returns>
    private KeypadTable SwitchMode()
    {
        PressShown(SoftkeyAction.ToggleEntryMode);
        return phone.Keypad!;
    }

    /// <summary>Presses a key until its character stands there; a list that opened is answered with Select.</summary>
    private PressResult Tap(KeypadTable keypad, char symbol, int index)
    {
        PressResult result = PressResult.Done;
        for (int i = 0; i <= index && result == PressResult.Done; i++)
            result = phone.Press(new PhoneKey.Digit(symbol));
        bool picks = result == PressResult.Done && keypad.PicksFromList && keypad.Cycle(symbol).Length > 1;
        return picks ? Select() ?? result : result;
    }

    /// <summary>The Select key, or the softkey of that name; null: the phone has neither now.</summary>
    private PressResult? Select()
    {
        if (profile.Screen.Navigation.Contains(NavigationKey.Select))
            return phone.Press(new PhoneKey.Navigation(NavigationKey.Select));
        return PressShown(SoftkeyAction.Select);
    }

    /// <summary>The softkey that does this; null: none is shown.</summary>
    private PressResult? PressShown(SoftkeyAction action)
    {
        int softkey = phone.Screen.Softkeys.ToList().FindIndex(label => SoftkeyActions.Of(label) == action);
        return softkey < 0 ? null : phone.Press(new PhoneKey.Softkey(softkey));
    }

    private string? Explain(string word, PressResult result) => result switch
    {
        PressResult.NoSuchKey => $"{word}: a {profile.Model} has no such key; it has {string.Join(' ', KeysOfTheFace())} 0-9 * #; its menus open with {profile.Menu.OpenKey}",
        PressResult.NoSuchSoftkey => $"{word}: no such softkey; {Offer()}",
        PressResult.NoSuchRow => $"{word}: no such row; {Offer()}",
        PressResult.Locked or PressResult.Refused => $"{word}: the phone refuses{(phone.Screen.Status is { Length: > 0 } why ? $": {why}" : "")}",
        _ => null,
    };

    private IEnumerable<string> KeysOfTheFace() => [.. profile.Screen.HardKeys.OrderBy(key => key != profile.Menu.OpenKey), .. profile.Screen.Navigation.Select(KeyNames.Of)];

    private string Offer()
    {
        ScreenSnapshot screen = phone.Screen;
        string rows = screen.Selected is null ? "" : $", rows {Quote(screen.Rows.Select(row => row.Label))}";
        return $"on '{screen.Title}'{rows}, softkeys {Quote(screen.Softkeys.Where(label => label.Length > 0))}";
    }

    private static string Quote(IEnumerable<string> labels) => string.Join(' ', labels.Select(label => $"'{label}'").DefaultIfEmpty("none"));

    private static int IndexOf(IReadOnlyList<string> labels, string label) =>
        Enumerable.Range(0, labels.Count).Where(i => labels[i].Equals(label, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(-1).First();
}
