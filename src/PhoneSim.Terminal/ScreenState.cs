using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal;

/// <summary>What the screen itself remembers: how it shows the phone, nothing of the phone.</summary>
public sealed record ScreenState(Palette Palette)
{
    /// <summary>Digits of the PC keyboard are the twelve keys inside a field too.</summary>
    public bool DigitsAreKeys { get; init; }

    /// <summary>Lines the log is scrolled up.</summary>
    public int LogOffset { get; init; }

    public string LogFilter { get; init; } = "";

    /// <summary>What is typed goes into the filter.</summary>
    public bool IsFiltering { get; init; }

    public bool ShowsHelp { get; init; }

    /// <summary>The part of the held file that is looked at.</summary>
    public int Part { get; init; }

    /// <summary>The phone is shown although its boot is held.</summary>
    public bool HidesPause { get; init; }

    /// <summary>The list that is open over the screen; null: none.</summary>
    public Chooser? Chooser { get; init; }

    /// <summary>An answer of the screen, shown until the next command; empty: none.</summary>
    public string Notice { get; init; } = "";

    /// <summary>What is typed goes to the screen, not to the phone.</summary>
    public bool TakesText => Chooser is not null || IsFiltering;

    /// <summary>What holds the boot is shown; null in the snapshot: nothing holds it.</summary>
    public bool ShowsPauseOf(PhoneSnapshot phone) => phone.Steps.Pause is not null && !HidesPause;

    /// <summary>The screen after a command; commands to the phone change nothing here but the notice.</summary>
    public ScreenState After(ScreenCommand command) => (command switch
    {
        ScreenCommand.ScrollLog(var lines) when Chooser is { } chooser => this with { Chooser = chooser.Move(Math.Sign(lines)) },
        ScreenCommand.ScrollLog(var lines) => this with { LogOffset = Math.Max(0, LogOffset - lines) },
        ScreenCommand.Help => this with { ShowsHelp = !ShowsHelp },
        ScreenCommand.NextPalette => this with { Palette = Palette.All[(Palette.All.ToList().IndexOf(Palette) + 1) % Palette.All.Count] },
        ScreenCommand.UsePalette(var palette) => this with { Palette = palette },
        ScreenCommand.ToggleDigits => this with { DigitsAreKeys = !DigitsAreKeys },
        ScreenCommand.EditFilter => this with { IsFiltering = true, ShowsHelp = false, LogOffset = 0 },
        ScreenCommand.TypeText(var character) => Type(character),
        ScreenCommand.DeleteText => DeleteLeft(),
        ScreenCommand.MoveChoice(var rows) => this with { Chooser = Chooser?.Move(rows) },
        ScreenCommand.MovePart(var parts) => this with { Part = Math.Max(0, Part + parts) },
        ScreenCommand.SelectPart(var index) => this with { Part = index },
        ScreenCommand.Step or ScreenCommand.Run or ScreenCommand.Answer or ScreenCommand.AnswerWithFile => this with { Part = 0, HidesPause = false, ShowsHelp = false },
        ScreenCommand.TogglePause => this with { HidesPause = !HidesPause },
        ScreenCommand.AcceptText => this with { IsFiltering = false },
        ScreenCommand.Close => Close(),
        _ => this,
    }).Tidy(command);

    /// <summary>A list closes with the first command that is not about the list.</summary>
    private ScreenState Tidy(ScreenCommand command) => this with
    {
        Notice = "",
        Chooser = command is ScreenCommand.TypeText or ScreenCommand.DeleteText or ScreenCommand.MoveChoice or ScreenCommand.ScrollLog ? Chooser : null,
    };

    private ScreenState Type(char character) =>
        Chooser is { } chooser ? this with { Chooser = chooser.Type(character) } : this with { LogFilter = LogFilter + character };

    private ScreenState DeleteLeft() =>
        Chooser is { } chooser ? this with { Chooser = chooser.DeleteLeft() } : this with { LogFilter = LogFilter[..Math.Max(0, LogFilter.Length - 1)] };

    private ScreenState Close() =>
        Chooser is not null ? this
        : IsFiltering ? this with { IsFiltering = false, LogFilter = "" }
        : this with { ShowsHelp = false };
}
