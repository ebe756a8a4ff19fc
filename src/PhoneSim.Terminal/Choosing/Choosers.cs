using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Copying;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Stepping;

namespace PhoneSim.Terminal.Choosing;

/// <summary>The lists that open over the screen.</summary>
internal static class Choosers
{
    /// <returns>Null: the command opens no list, or not now.</returns>
    public static Chooser? OpenedBy(ScreenCommand command, PhoneSnapshot phone, ScreenState state, ScreenOptions options) => command switch
    {
        ScreenCommand.OpenCommands => Commands(phone, options),
        ScreenCommand.OpenCopies => new("Copy", [.. Parts()]),
        ScreenCommand.OpenProfiles when options.Profiles is { } profiles => Profiles(profiles()),
        ScreenCommand.OpenServers when options.Servers is { } servers => Servers(servers()),
        ScreenCommand.OpenBreakpoints => StepChoosers.Breakpoints(phone),
        ScreenCommand.OpenAnswers when phone.Steps.Pause is { TakesAnswer: true } pause => StepChoosers.Answers(pause, state.Part),
        _ => null,
    };

    /// <summary>Everything the screen can do now, with its key.</summary>
    private static Chooser Commands(PhoneSnapshot phone, ScreenOptions options) =>
        new("Commands", [.. Screen(options), .. Lessons(phone, options), .. Steps(phone), .. Resets(), .. Parts(), .. Pictures(options), .. Colours(), .. Keys(phone), new("Quit", "Ctrl+Q", new ScreenCommand.Quit())]);

    private static Chooser Profiles(IReadOnlyList<ProfileChoice> profiles) =>
        new("Profiles", [.. profiles.Select(profile => new Choice(profile.Name, profile.Title, new ScreenCommand.ChangeProfile(profile.Name)))]);

    private static Chooser Servers(IReadOnlyList<string> servers) =>
        new("Servers", [.. servers.Select(Server)]) { Free = text => servers.Contains(text) ? null : Server(text) };

    private static Choice Server(string name) => new(name, name == ServerChoices.Lab ? "in this program" : "TFTP", new ScreenCommand.ChangeServer(name));

    private static IEnumerable<Choice> Screen(ScreenOptions options)
    {
        yield return new("Help", "F1", new ScreenCommand.Help());
        if (options.Profiles is not null)
            yield return new("Another phone …", "Ctrl+O", new ScreenCommand.OpenProfiles());
        if (options.Servers is not null)
            yield return new("Another server …", "", new ScreenCommand.OpenServers());
        yield return new("Filter the log …", "Ctrl+F", new ScreenCommand.EditFilter());
        yield return new("Digits: twelve keys or direct", "F8", new ScreenCommand.ToggleDigits());
    }

    private static IEnumerable<Choice> Lessons(PhoneSnapshot phone, ScreenOptions options) =>
    [
        .. phone.Lesson is null ? [] : new[] { new Choice("End the lesson", "your own phone again", new ScreenCommand.EndLesson()) },
        .. options.Lessons.Select(lesson => new Choice($"Lesson: {lesson.Title}", lesson.Profile, new ScreenCommand.StartLesson(lesson.Name))),
    ];

    private static IEnumerable<Choice> Steps(PhoneSnapshot phone)
    {
        yield return new("Step the boot", "F10", new ScreenCommand.Step());
        yield return new("Run to the next breakpoint", "F5", new ScreenCommand.Run());
        yield return new("Breakpoints …", "F9", new ScreenCommand.OpenBreakpoints());
        if (phone.Steps.Pause is { TakesAnswer: true })
            yield return new("Answer in the server's place …", "a", new ScreenCommand.OpenAnswers());
    }

    private static IEnumerable<Choice> Resets() =>
    [
        new("Reset", "Ctrl+R", new ScreenCommand.Reset(ResetKind.Reset)),
        new("Restart", "the configuration again, trust lists stay", new ScreenCommand.Reset(ResetKind.Restart)),
        new("Factory reset", "forgets everything but the MIC", new ScreenCommand.Reset(ResetKind.FactoryReset)),
    ];

    private static IEnumerable<Choice> Parts() =>
    [
        new("Copy the display", "", new ScreenCommand.Copy(ScreenPart.Display)),
        new("Copy boot, files and flash", "", new ScreenCommand.Copy(ScreenPart.Boot)),
        new("Copy the log", "as filtered", new ScreenCommand.Copy(ScreenPart.Log)),
        new("Copy everything", "", new ScreenCommand.Copy(ScreenPart.Everything)),
    ];

    private static IEnumerable<Choice> Pictures(ScreenOptions options) => options.Save is null ? [] :
    [
        new("Save the screen as a picture", "SVG", new ScreenCommand.Save("svg")),
        new("Save the screen as text", "", new ScreenCommand.Save("txt")),
    ];

    private static IEnumerable<Choice> Colours() =>
        Palette.All.Select(palette => new Choice($"Theme: {palette.Name}", "F7 next", new ScreenCommand.UsePalette(palette)));

    /// <summary>Keys that a PC keyboard has none for.</summary>
    private static IEnumerable<Choice> Keys(PhoneSnapshot phone) =>
    [
        .. phone.Profile.Screen.HardKeys.Select(name => Key($"Key: {name}", name == phone.Profile.Menu.OpenKey ? "F2" : "", new PhoneKey.Hard(name))),
        .. new[] { phone.Profile.Menu.OpenKey, phone.Profile.Menu.ResetChord ?? "" }.Where(keys => keys.Contains('+')).Select(keys => Key($"Keys together: {keys}", "", new PhoneKey.Chord(keys))),
        .. phone.Profile.PowerOn.Sequences.Select(sequence => sequence.Held).Distinct().Select(held => Key($"Power on with {held} held", "then a reset sequence", new PhoneKey.PowerOn(held))),
    ];

    private static Choice Key(string text, string hint, PhoneKey key) => new(text, hint, new ScreenCommand.Press(key));
}
