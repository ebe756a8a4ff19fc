using Terminal.Gui.Input;

namespace PhoneSim.Terminal.Commands;

/// <summary>The PC keyboard while what is typed goes into a filter or a search.</summary>
public static class TextKeys
{
    private const int Page = 8;

    private static readonly Dictionary<Key, ScreenCommand> Fixed = new()
    {
        [Key.Enter] = new ScreenCommand.AcceptText(),
        [Key.Esc] = new ScreenCommand.Close(),
        [Key.Backspace] = new ScreenCommand.DeleteText(),
        [Key.CursorUp] = new ScreenCommand.MoveChoice(-1),
        [Key.CursorDown] = new ScreenCommand.MoveChoice(1),
        [Key.PageUp] = new ScreenCommand.MoveChoice(-Page),
        [Key.PageDown] = new ScreenCommand.MoveChoice(Page),
        [Key.Q.WithCtrl] = new ScreenCommand.Quit(),
    };

    /// <returns>Null: the key means nothing here.</returns>
    public static ScreenCommand? Find(Key key) =>
        Fixed.TryGetValue(key, out ScreenCommand? command) ? command
        : !key.IsCtrl && !key.IsAlt && key.AsRune.Value is >= ' ' and <= '~' and var value ? new ScreenCommand.TypeText((char)value)
        : null;
}
