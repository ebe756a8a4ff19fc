using PhoneSim.Phone.Lessons;
using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal;

/// <summary>What a screen can do beside showing its phone.</summary>
public sealed record ScreenOptions
{
    /// <summary>Colours at the start; the user may choose others.</summary>
    public Palette Palette { get; init; } = Palette.Standard;

    /// <summary>The phones to choose from; asked when the user opens the list. Null: the phone cannot be changed.</summary>
    public Func<IReadOnlyList<ProfileChoice>>? Profiles { get; init; }

    /// <summary>Makes the console another phone, given the name of a profile. The task ends when it is switched on, with null or with a line that says why the phone stays the old one.</summary>
    public Func<string, Task<string?>>? ChangeProfile { get; init; }

    /// <summary>The lessons to choose from.</summary>
    public IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>Makes the console the phone of a lesson, given its name; the task as of <see cref="ChangeProfile"/>.</summary>
    public Func<string, Task<string?>>? StartLesson { get; init; }

    /// <summary>Puts text on the user's clipboard. Null: the terminal's own (<see cref="PhoneScreen.Run"/>).</summary>
    public Action<string>? Copy { get; init; }
}
