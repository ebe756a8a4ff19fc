using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Stepping;
using PhoneSim.Terminal.Choosing;
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

    public sealed record OpenServers : ScreenCommand;

    /// <summary>Another phone takes the place of this one.</summary>
    public abstract record Change(string Name) : ScreenCommand;

    public sealed record ChangeProfile(string Name) : Change(Name);

    /// <param name="Name">As typed: <c>HOST</c> or <c>HOST:PORT</c>; <see cref="ServerChoices.Lab"/>: the built-in lab.</param>
    public sealed record ChangeServer(string Name) : Change(Name);

    public sealed record StartLesson(string Name) : Change(Name);

    public sealed record EndLesson() : Change("Your own phone");

    public sealed record Copy(ScreenPart Part) : ScreenCommand;

    /// <summary>The screen as it is now, into a file.</summary>
    /// <param name="Ending"><c>svg</c>, <c>txt</c>.</param>
    public sealed record Save(string Ending) : ScreenCommand;

    /// <summary>Into the filter or the search of an open list.</summary>
    public sealed record TypeText(char Character) : ScreenCommand;

    public sealed record DeleteText : ScreenCommand;

    /// <summary>Keeps the filter, or does what is chosen in the list.</summary>
    public sealed record AcceptText : ScreenCommand;

    public sealed record MoveChoice(int Rows) : ScreenCommand;

    /// <summary>What lies over the screen goes, a filter being typed is dropped.</summary>
    public sealed record Close : ScreenCommand;

    /// <summary>The boot goes to its next pause, or is held at it.</summary>
    public sealed record Step : ScreenCommand;

    /// <summary>The boot goes to its next breakpoint.</summary>
    public sealed record Run : ScreenCommand;

    public sealed record OpenBreakpoints : ScreenCommand;

    public sealed record ToggleBreakpoint(Breakpoint Breakpoint) : ScreenCommand;

    public sealed record OpenAnswers : ScreenCommand;

    public sealed record Answer(StepAnswer Other) : ScreenCommand;

    /// <summary>The bytes of a file of the user's in place of the server's.</summary>
    public sealed record AnswerWithFile(string Path) : ScreenCommand;

    /// <summary>Another part of the file that a pause is about.</summary>
    public sealed record MovePart(int Parts) : ScreenCommand;

    public sealed record SelectPart(int Index) : ScreenCommand;

    /// <summary>While the boot is held: what holds it, or the phone.</summary>
    public sealed record TogglePause : ScreenCommand;

    /// <summary>Only says something.</summary>
    public sealed record Say(string Text) : ScreenCommand;

    public sealed record Quit : ScreenCommand;
}
