using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Cli.Phones;
using PhoneSim.Cli.Screens;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Commands.Lessons;

/// <summary>A lesson on the screen, or with keys given in advance and without a terminal.</summary>
internal sealed class LessonRunCommand : ExampleCommand
{
    private readonly LessonOptionSet lessons = new();
    private readonly ProfileOptionSet profiles = new();
    private readonly Option<string?> profile = new("--profile") { HelpName = "NAME", Description = "Give the lesson on this phone" };
    private readonly Option<string[]> keys = new("--press")
    {
        HelpName = "KEY…",
        Description = "Press these keys (as in 'phonesim press') without a terminal, and print the report; exit 1 when the lesson is not finished",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly PictureOptionSet pictures = new();
    private readonly GlobalOptions global;

    public LessonRunCommand(GlobalOptions global)
        : base("run", "Give a lesson on the phone's screen, against a lab of its own.", "phonesim lesson run clear-key --profile 7960-sip-manual")
    {
        this.global = global;
        Arguments.Add(lessons.Name);
        foreach (Option option in (Option[])[keys, profile, lessons.Folder, profiles.Folders])
            Options.Add(option);
        pictures.AddTo(this, hasTerminal: false);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        ProfileStore store = profiles.Open(parsed);
        PhoneSetup setup = LessonOptionSet.Setup(lessons.Find(parsed), store, parsed.GetValue(profile));
        return parsed.GetValue(keys) is { Length: > 0 } words ? await PressAsync(parsed, setup, words, cancellation) : await ShowAsync(parsed, setup, store, cancellation);
    }

    /// <summary>Of the screen's memory only the colours are of use here.</summary>
    private async Task<int> ShowAsync(ParseResult parsed, PhoneSetup setup, ProfileStore store, CancellationToken cancellation)
    {
        MemoryFile file = new(MemoryFile.DefaultPath, parsed.InvocationConfiguration.Error);
        ScreenSession session = new(store, lessons.Open(parsed), pictures.Bind(parsed));
        file.Write(await session.RunAsync(setup, pictures.Theme(parsed), file.Read(), cancellation));
        return ExitCode.Done;
    }

    private async Task<int> PressAsync(ParseResult parsed, PhoneSetup asked, string[] words, CancellationToken cancellation)
    {
        IReadOnlyList<KeyStep> steps = KeyParser.Parse(words, out IReadOnlyList<string> errors);
        if (errors.Count > 0)
            throw CommandException.Usage(errors[0]);
        using LessonFolder folder = new();
        PhoneSetup setup = folder.Before(asked);
        await using BuiltInLab lab = BuiltInLab.Start(setup, profiles.Open(parsed));
        using PhoneRig rig = new(lab.Before(setup));
        using KeyedScreen screen = new(rig, setup, pictures.Bind(parsed));
        await screen.Phone.ResetAsync(cancellation);
        screen.Phone.Lessons.Begin(new(setup.Lesson!, setup.Profile, TimeProvider.System, lab.Change));
        string? problem = await screen.PressAsync(steps, cancellation);
        return Report(parsed, screen.Phone.Lessons.View!, problem);
    }

    private int Report(ParseResult parsed, LessonView view, string? problem)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(global.Json))
            JsonLine.Write(output, json => LessonReport.Write(json, view));
        else
            foreach (string line in LessonReport.Lines(view))
                output.WriteLine(line);
        if (problem is not null)
            throw CommandException.Failed(problem);
        return view.IsFinished ? ExitCode.Done : ExitCode.Failed;
    }
}
