using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Copying;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Choosing;

/// <summary>The lists that open over the screen.</summary>
internal static class Choosers
{
    /// <summary>Everything the screen can do now, with its key.</summary>
    public static Chooser Commands(PhoneSnapshot phone, ScreenOptions options) =>
        new("Commands", [.. Screen(options), .. Lessons(options), .. Steps(phone), .. Resets(), .. Parts(), .. Colours(), .. Keys(phone), new("Quit", "Ctrl+Q", new ScreenCommand.Quit())]);

    public static Chooser Profiles(IReadOnlyList<ProfileChoice> profiles) =>
        new("Profiles", [.. profiles.Select(profile => new Choice(profile.Name, profile.Title, new ScreenCommand.ChangeProfile(profile.Name)))]);

    public static Chooser Copies() => new("Copy", [.. Parts()]);

    private static IEnumerable<Choice> Screen(ScreenOptions options)
    {
        yield return new("Help", "F1", new ScreenCommand.Help());
        if (options.Profiles is not null)
            yield return new("Another phone …", "Ctrl+O", new ScreenCommand.OpenProfiles());
        yield return new("Filter the log …", "Ctrl+F", new ScreenCommand.EditFilter());
        yield return new("Digits: twelve keys or direct", "F8", new ScreenCommand.ToggleDigits());
    }

    private static IEnumerable<Choice> Lessons(ScreenOptions options) =>
        options.Lessons.Select(lesson => new Choice($"Lesson: {lesson.Title}", lesson.Profile, new ScreenCommand.StartLesson(lesson.Name)));

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

    private static IEnumerable<Choice> Colours() =>
        Palette.All.Select(palette => new Choice($"Colours: {palette.Name}", "F7 next", new ScreenCommand.UsePalette(palette)));

    private static IEnumerable<Choice> Keys(PhoneSnapshot phone) =>
        phone.Profile.Screen.HardKeys.Append(phone.Profile.Menu.OpenKey).Distinct().Where(name => name.Length > 0)
            .Select(name => new Choice($"Key: {name}", name == phone.Profile.Menu.OpenKey ? "F2" : "", new ScreenCommand.Press(new PhoneKey.Hard(name))));
}
