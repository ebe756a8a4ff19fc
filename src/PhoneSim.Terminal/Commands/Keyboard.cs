using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using Terminal.Gui.Input;

namespace PhoneSim.Terminal.Commands;

/// <summary>The PC keyboard: which key is which key of the phone. Help and footer describe it.</summary>
public static class Keyboard
{
    /// <summary>Softkeys, left to right, outside fields; everywhere with Alt and their number.</summary>
    public const string SoftkeyLetters = "qwert";

    private static readonly Dictionary<Key, ScreenCommand> Everywhere = new()
    {
        [Key.F1] = new ScreenCommand.Help(),
        [Key.F5] = new ScreenCommand.Run(),
        [Key.F6] = new ScreenCommand.TogglePause(),
        [Key.F7] = new ScreenCommand.NextPalette(),
        [Key.F8] = new ScreenCommand.ToggleDigits(),
        [Key.F9] = new ScreenCommand.OpenBreakpoints(),
        [Key.F10] = new ScreenCommand.Step(),
        [Key.R.WithCtrl] = new ScreenCommand.Reset(ResetKind.Reset),
        [Key.Q.WithCtrl] = new ScreenCommand.Quit(),
        [Key.P.WithCtrl] = new ScreenCommand.OpenCommands(),
        [Key.O.WithCtrl] = new ScreenCommand.OpenProfiles(),
        [Key.C.WithCtrl] = new ScreenCommand.OpenCopies(),
        [Key.F.WithCtrl] = new ScreenCommand.EditFilter(),
        [Key.PageUp] = new ScreenCommand.ScrollLog(-8),
        [Key.PageDown] = new ScreenCommand.ScrollLog(8),
    };

    private static readonly Dictionary<Key, ScreenCommand> Arrows = new()
    {
        [Key.CursorUp] = Navigate(NavigationKey.Up),
        [Key.CursorDown] = Navigate(NavigationKey.Down),
        [Key.CursorLeft] = Navigate(NavigationKey.Left),
        [Key.CursorRight] = Navigate(NavigationKey.Right),
    };

    /// <summary>Keys of the screen, whatever it shows.</summary>
    public static ScreenCommand? OfTheScreen(Key key) => Everywhere.GetValueOrDefault(key);

    /// <param name="digitsAreKeys">Inside a field, digits are the phone's twelve keys.</param>
    /// <returns>Null: the key means nothing here.</returns>
    public static ScreenCommand? Find(Key key, ScreenSnapshot screen, FirmwareProfile profile, bool digitsAreKeys)
    {
        if (Everywhere.TryGetValue(key, out ScreenCommand? command) || Arrows.TryGetValue(key, out command))
            return command;
        if (key == Key.F2)
            return new ScreenCommand.Press(KeyNames.OpenKey(profile));
        if (key == Key.Enter)
            return Softkey(screen, screen.Entry is { Choices: "" } ? SoftkeyAction.Accept : null) ?? Select(screen, profile);
        if (key == Key.Backspace)
            return Softkey(screen, SoftkeyAction.DeleteLeft);
        if (key == Key.Esc)
            return Softkey(screen, SoftkeyAction.Cancel) ?? Softkey(screen, SoftkeyAction.Exit) ?? Navigate(NavigationKey.Back);
        return OfCharacter(key, screen, digitsAreKeys);
    }

    private static ScreenCommand.Press? OfCharacter(Key key, ScreenSnapshot screen, bool digitsAreKeys)
    {
        if (key.IsAlt && key.NoAlt.AsRune.Value is >= '1' and <= '5' and var number)
            return new ScreenCommand.Press(new PhoneKey.Softkey(number - '1'));
        int value = key.AsRune.Value;
        if (key.IsCtrl || key.IsAlt || value is <= ' ' or > '~')
            return null;
        char character = (char)value;
        bool isField = screen.Entry is not null;
        if (KeyNames.IsSymbol(character) && (!isField || digitsAreKeys || !char.IsAsciiDigit(character)))
            return new ScreenCommand.Press(new PhoneKey.Digit(character));
        int softkey = SoftkeyLetters.IndexOf(character, StringComparison.Ordinal);
        return isField ? new ScreenCommand.Press(new PhoneKey.Typed(character))
            : softkey >= 0 ? new ScreenCommand.Press(new PhoneKey.Softkey(softkey))
            : null;
    }

    /// <summary>The Select key, or the softkey of that name on a phone without.</summary>
    private static ScreenCommand.Press? Select(ScreenSnapshot screen, FirmwareProfile profile) =>
        profile.Screen.Navigation.Contains(NavigationKey.Select) ? Navigate(NavigationKey.Select) : Softkey(screen, SoftkeyAction.Select);

    /// <summary>The softkey that is shown and does this; null: none.</summary>
    private static ScreenCommand.Press? Softkey(ScreenSnapshot screen, SoftkeyAction? action)
    {
        int index = action is null ? -1 : screen.Softkeys.ToList().FindIndex(label => SoftkeyActions.Of(label) == action);
        return index < 0 ? null : new(new PhoneKey.Softkey(index));
    }

    private static ScreenCommand.Press Navigate(NavigationKey key) => new(new PhoneKey.Navigation(key));
}
