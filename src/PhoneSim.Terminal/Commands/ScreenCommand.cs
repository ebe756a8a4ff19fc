using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Terminal.Copying;
using PhoneSim.Terminal.Drawing;

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

    public sealed record UsePalette(Palette Palette) : ScreenCommand;

    /// <summary>Whether digits of the PC keyboard are the phone's keys inside a field, or go into it as they are.</summary>
    public sealed record ToggleDigits : ScreenCommand;

    /// <summary>From now on what is typed goes into the log's filter.</summary>
    public sealed record EditFilter : ScreenCommand;

    public sealed record OpenCommands : ScreenCommand;

    public sealed record OpenProfiles : ScreenCommand;

    public sealed record OpenCopies : ScreenCommand;

    public sealed record ChangeProfile(string Name) : ScreenCommand;

    public sealed record Copy(ScreenPart Part) : ScreenCommand;

    /// <summary>Into the filter or the search of an open list.</summary>
    public sealed record TypeText(char Character) : ScreenCommand;

    public sealed record DeleteText : ScreenCommand;

    /// <summary>Keeps the filter, or does what is chosen in the list.</summary>
    public sealed record AcceptText : ScreenCommand;

    public sealed record MoveChoice(int Rows) : ScreenCommand;

    /// <summary>What lies over the screen goes, a filter being typed is dropped.</summary>
    public sealed record Close : ScreenCommand;

    public sealed record Quit : ScreenCommand;
}
