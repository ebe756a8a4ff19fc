using PhoneSim.Terminal.Commands;
using Terminal.Gui.Input;

namespace PhoneSim.Terminal.Stepping;

/// <summary>The PC keyboard while the boot is held and shown.</summary>
internal static class StepKeys
{
    private const int Page = 8;
    private const int Far = 100_000;

    private static readonly Dictionary<Key, ScreenCommand> Fixed = new()
    {
        [Key.CursorUp] = new ScreenCommand.MovePart(-1),
        [Key.CursorDown] = new ScreenCommand.MovePart(1),
        [Key.PageUp] = new ScreenCommand.MovePart(-Page),
        [Key.PageDown] = new ScreenCommand.MovePart(Page),
        [Key.Home] = new ScreenCommand.SelectPart(0),
        [Key.End] = new ScreenCommand.SelectPart(Far),
        [Key.Enter] = new ScreenCommand.Step(),
        [Key.A] = new ScreenCommand.OpenAnswers(),
    };

    public static ScreenCommand? Find(Key key) => Fixed.GetValueOrDefault(key) ?? Keyboard.OfTheScreen(key);
}
