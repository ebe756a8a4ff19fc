using System.Drawing;
using PhoneSim.Cli.Phones;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;
using PhoneSim.Terminal;
using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Cli.Screens;

/// <summary>A phone on the screen, from power-on until the user quits.</summary>
internal sealed class ScreenSession(ProfileStore profiles, LessonStore lessons, PictureSetup pictures)
{
    /// <summary>Said when the screen opens; empty: nothing.</summary>
    public string Greeting { get; init; } = "";

    /// <param name="theme">Asked for by the user; null: the one of the memory.</param>
    /// <returns>The memory after it.</returns>
    /// <exception cref="CommandException">There is no terminal.</exception>
    public async Task<ScreenMemory> RunAsync(PhoneSetup setup, Palette? theme, ScreenMemory memory, CancellationToken cancellation)
    {
        if (!PhoneScreen.IsPossible)
            throw CommandException.Environment("the phone's screen needs a terminal, and there is none here; 'phonesim boot --server HOST' needs none, 'phonesim --help' lists the commands");
        using ScreenKeeper keeper = new(pictures, new Size(Console.WindowWidth, Console.WindowHeight), TimeProvider.System, $"phonesim, {setup.Device}, {setup.Profile.Name}");
        await using SwitchedPhone console = await SwitchedPhone.StartAsync(setup, profiles, lessons, cancellation);
        Palette usual = Usual(memory);
        Palette left = PhoneScreen.Run(console, Options(console, keeper, memory) with { Palette = theme ?? usual });
        keeper.WriteLast();
        return (setup.Lesson is null ? memory.With(console.Home) : memory) with { Theme = left == usual ? memory.Theme : left.Name };
    }

    private ScreenOptions Options(SwitchedPhone console, ScreenKeeper keeper, ScreenMemory memory) => new()
    {
        Greeting = Greeting,
        Profiles = () => [.. profiles.Names.Select(name => new ProfileChoice(name, profiles.Find(name)!.Title))],
        Servers = () => memory.With(console.Home).ServerChoices,
        Lessons = lessons.All,
        Change = console.ChangeAsync,
        Save = keeper.Save,
        Seen = keeper.See,
        Time = TimeProvider.System,
        HasEnded = () => console.HasFailed,
    };

    private static Palette Usual(ScreenMemory memory) =>
        PhoneScreen.IsColourless ? Palette.NoColour : memory.Theme is { } name && Palette.Find(name) is { } remembered ? remembered : Palette.Standard;
}
