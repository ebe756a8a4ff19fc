using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Phones;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;
using PhoneSim.Terminal;
using PhoneSim.Terminal.Choosing;

namespace PhoneSim.Cli.Commands;

/// <summary>What <c>phonesim</c> alone and <c>phonesim phone</c> do: the phone on the screen, against the built-in lab unless a server is named.</summary>
internal sealed class ScreenAction
{
    private readonly PhoneOptionSet phone = new();
    private readonly Option<bool> step = new("--step") { Description = "Hold the boot from power-on: F10 steps, F5 runs, F9 breakpoints" };

    public void AddTo(Command command)
    {
        phone.AddTo(command);
        command.Options.Add(step);
        command.SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) =>
        ShowAsync(phone.Bind(parsed) with { Stepped = parsed.GetValue(step) }, phone.Profiles(parsed), new(), cancellation);

    /// <summary>The screen, until the user quits.</summary>
    public static async Task<int> ShowAsync(PhoneSetup setup, ProfileStore profiles, LessonStore lessons, CancellationToken cancellation)
    {
        if (!PhoneScreen.IsPossible)
            throw CommandException.Environment("the phone's screen needs a terminal, and there is none here; 'phonesim boot --server HOST' needs none, 'phonesim --help' lists the commands");
        await using SwitchedPhone console = await SwitchedPhone.StartAsync(setup, profiles, cancellation);
        PhoneScreen.Run(console, new()
        {
            Palette = PhoneScreen.PreferredPalette,
            Profiles = () => [.. profiles.Names.Select(name => new ProfileChoice(name, profiles.Find(name)!.Title))],
            ChangeProfile = console.ChangeAsync,
            Lessons = lessons.All,
            StartLesson = name => console.StartLessonAsync(lessons.Find(name)!),
        });
        return ExitCode.Done;
    }
}
