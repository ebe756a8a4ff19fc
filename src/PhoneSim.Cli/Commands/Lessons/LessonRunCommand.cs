using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Cli.Phones;
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

    private readonly GlobalOptions global;

    public LessonRunCommand(GlobalOptions global)
        : base("run", "Give a lesson on the phone's screen, against a lab of its own.", "phonesim lesson run clear-key --profile 7960-sip-manual")
    {
        this.global = global;
        Arguments.Add(lessons.Name);
        foreach (Option option in (Option[])[keys, profile, lessons.Folder, profiles.Folders])
            Options.Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        ProfileStore store = profiles.Open(parsed);
        PhoneSetup setup = LessonOptionSet.Setup(lessons.Find(parsed), store, parsed.GetValue(profile));
        return parsed.GetValue(keys) is { Length: > 0 } words ? await PressAsync(parsed, setup, words, cancellation) : await ScreenAction.ShowAsync(setup, store, lessons.Open(parsed), cancellation);
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
        InstantTime time = new(TimeProvider.System);
        KeyedPhone phone = new(rig.Options(null), time);
        await phone.ResetAsync(cancellation);
        phone.Lessons.Begin(new(setup.Lesson!, setup.Profile, TimeProvider.System, lab.Change));
        string? problem = await new KeyPresser(phone, setup.Profile, time).RunAsync(steps, cancellation);
        return Report(parsed, phone.Lessons.View!, problem);
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
