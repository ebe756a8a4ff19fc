using PhoneSim.Phone.Lessons;
using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal;

/// <summary>What a screen can do beside showing its phone.</summary>
public sealed record ScreenOptions
{
    /// <summary>Colours at the start; the user may choose others.</summary>
    public Palette Palette { get; init; } = Palette.Standard;

    /// <summary>The clock that blinking lamps follow. Null: they stand still.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Said in the footer until the first command; empty: nothing.</summary>
    public string Greeting { get; init; } = "";

    /// <summary>The phones to choose from; asked when the user opens the list. Null: the phone cannot be changed.</summary>
    public Func<IReadOnlyList<ProfileChoice>>? Profiles { get; init; }

    /// <summary>The servers to choose from, as <see cref="ScreenCommand.ChangeServer"/> names them. Null: the server cannot be changed.</summary>
    public Func<IReadOnlyList<string>>? Servers { get; init; }

    /// <summary>The lessons to choose from.</summary>
    public IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>Makes the console another phone. The task ends when it is switched on, with null or with a line that says why the phone stays the old one.</summary>
    public Func<ScreenCommand.Change, Task<string?>>? Change { get; init; }

    /// <summary>Puts text on the user's clipboard and answers where else it is, or with nothing. Null: the terminal's own (<see cref="PhoneScreen.Run"/>).</summary>
    public Func<string, string>? Copy { get; init; }

    /// <summary>Writes a picture of the screen, given the ending of the file, and answers with a line. Null: pictures cannot be written.</summary>
    public Func<ScreenView, string, string>? Save { get; init; }

    /// <summary>Told after every drawing, on the drawing thread.</summary>
    public Action<ScreenView>? Seen { get; init; }

    /// <summary>The phone is gone for good: the screen ends.</summary>
    public Func<bool> HasEnded { get; init; } = () => false;
}
