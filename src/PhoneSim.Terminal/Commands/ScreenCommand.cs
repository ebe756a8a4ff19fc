using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;

namespace PhoneSim.Terminal.Commands;

/// <summary>What a key or a click asks of the screen.</summary>
public abstract record ScreenCommand
{
    public sealed record Press(PhoneKey Key) : ScreenCommand;

    public sealed record Reset(ResetKind Kind) : ScreenCommand;

    /// <param name="Lines">Negative: towards older ones.</param>
    public sealed record ScrollLog(int Lines) : ScreenCommand;

    public sealed record Help : ScreenCommand;

    public sealed record NextPalette : ScreenCommand;

    /// <summary>Whether digits of the PC keyboard are the phone's keys inside a field, or go into it as they are.</summary>
    public sealed record ToggleDigits : ScreenCommand;

    public sealed record Quit : ScreenCommand;
}
