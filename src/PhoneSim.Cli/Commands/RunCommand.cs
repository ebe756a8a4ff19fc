using System.CommandLine;
using PhoneSim.Cli.Inspection;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Evidence.Checks;
using PhoneSim.Evidence.Reports;
using PhoneSim.Evidence.Scenarios;
using PhoneSim.Evidence.Scenarios.Running;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Commands;

internal sealed class RunCommand : ExampleCommand
{
    private const int MostAtOnce = 64;

    private readonly Argument<string[]> names = new("SCENARIO") { Description = "Files, folders of them, or names of the library; none: the whole library", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> list = new("--list") { Description = "List the scenarios and what each stands on, and play none" };
    private readonly Option<string[]> only = new("--only") { HelpName = "WORD,…", Description = "Only scenarios whose name contains one of these words" };
    private readonly IntegerOption parallel = new("--parallel", "Scenarios played at once", Math.Max(2, Environment.ProcessorCount), 1, MostAtOnce);
    private readonly Option<int?> seed = new("--seed") { HelpName = "N", Description = "Of chance and faults, for all of them; default: the one in each file" };
    private readonly Option<bool> events = new("--events") { Description = "Print what happened, a line an event; the same seed gives the same lines" };
    private readonly ProfileOptionSet profiles = new();
    private readonly OtlpOption otlp = new();
    private readonly ReportFiles files = new();
    private readonly GlobalOptions global;

    public RunCommand(GlobalOptions global)
        : base("run", "Play scenario files: a phone, a server, faults, steps, and what must be seen. Each has a lab of its own; nothing else is needed.", "phonesim run manual-key-wrong mine.yaml --junit run.xml --html run.html")
    {
        this.global = global;
        Arguments.Add(names);
        foreach (Option option in (Option[])[list, only, parallel, seed, events, profiles.Folders, otlp])
            Options.Add(option);
        files.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        ProfileStore store = profiles.Open(parsed);
        IReadOnlyList<Scenario> scenarios = Read(parsed, store);
        ScenarioPrinter printer = new(parsed.InvocationConfiguration.Output, parsed.GetValue(global.Json), parsed.GetValue(events));
        if (parsed.GetValue(list))
        {
            printer.List(scenarios);
            return ExitCode.Done;
        }

        (DateTimeOffset began, long started) = (TimeProvider.System.GetUtcNow(), TimeProvider.System.GetTimestamp());
        ulong? asked = parsed.GetValue(seed) is { } number ? (ulong)(uint)number : null;
        using MetricsExport? export = otlp.Begin(parsed, "run");
        using ScenarioRunner runner = new(store);
        IReadOnlyList<ScenarioResult> results = await runner.RunAsync(scenarios, asked, parsed.GetValue(parallel), printer.Print, cancellation);
        Report report = Report(results) with { Began = began, Duration = TimeProvider.System.GetElapsedTime(started) };
        printer.Print(report, results);
        files.Write(parsed, report);
        return results.All(r => r.Succeeded) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <exception cref="DocumentException">Mistakes in the files: all of them.</exception>
    private Scenario[] Read(ParseResult parsed, ProfileStore store)
    {
        List<DocumentError> errors = [];
        string[] words = [.. (parsed.GetValue(only) ?? []).SelectMany(o => o.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        Scenario[] all = [.. Named(parsed).Select(name => ScenarioLibrary.Read(name, store, errors)).OfType<Scenario>()];
        if (errors.Count > 0)
            throw new DocumentException(errors);
        Scenario[] chosen = [.. all.Where(s => words.Length == 0 || words.Any(word => s.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))];
        return chosen.Length > 0 ? chosen : throw CommandException.Usage($"--only {string.Join(',', words)}: no scenario has a name like that; 'phonesim run --list' shows them");
    }

    private IEnumerable<string> Named(ParseResult parsed) => parsed.GetValue(names) is { Length: > 0 } given
        ? given.SelectMany<string, string>(name => Directory.Exists(name) ? Directory.EnumerateFiles(name, "*.yaml").Order(StringComparer.Ordinal) : [name])
        : ScenarioLibrary.Names;

    private static Report Report(IReadOnlyList<ScenarioResult> results) => new()
    {
        Title = "phonesim run",
        Facts = [("scenarios", $"{results.Count(r => r.Succeeded)} of {results.Count} as expected"), ("made by", CommandLineApp.Version)],
        Began = default,
        Sections = [.. results.Select(result => ScenarioReport.Section(result, Decoded(result)))],
    };

    private static IReadOnlyList<DecodedFile> Decoded(ScenarioResult result) => FileDecoding.Decode(result.Files.Select(f => (f.Key, f.Value)), result.Flash.Certificate?.Rsa, result.Flash.SymmetricKey);
}
