using System.CommandLine;
using System.Globalization;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Fleet;
using PhoneSim.Fleet.Results;
using PhoneSim.Fleet.Search;

namespace PhoneSim.Cli.Commands;

internal sealed class FleetCommand : ExampleCommand
{
    private readonly FleetOptionSet fleet = new();
    private readonly FleetFiles files = new();
    private readonly Option<Slo?> slo = SloOption.Create();
    private readonly Option<bool> findMax = new("--find-max") { Description = "Search for the highest rate that still meets --slo, from --rate (50) on; --duration is that of each trial (5 s), the whole takes some minutes" };
    private readonly OtlpOption otlp = new();
    private readonly GlobalOptions global;

    public FleetCommand(GlobalOptions global) : base("fleet", "Boot many phones in one process and measure the server.", "phonesim fleet --server 192.0.2.10 --count 10000 --rate 500 --slo 'p99(boot)<2s,failed<0.1%'")
    {
        this.global = global;
        MoreExamples =
        [
            "phonesim fleet --server 192.0.2.10 --count 10000                                  # a power cut: all at once",
            "phonesim fleet --server 192.0.2.10 --count 2000 --rate 400 --duration 600         # a reset storm of ten minutes",
            "phonesim fleet --server 192.0.2.10 --count 500 --concurrency 20 --keys honest     # enrol with CAPF, each phone makes its key",
            "phonesim fleet --server 192.0.2.10 --profile 8845 --register --flash flashes      # HTTP, TVS, registration; flash outlives the run",
            "phonesim fleet --server 192.0.2.10 --count 2000 --find-max --slo 'p99(boot)<1s'   # the highest rate that still meets it",
            "phonesim fleet --server 192.0.2.10 --count 9999 --shard 0/3 --summary shard-0.json   # a third of a fleet, for merge",
        ];
        fleet.AddTo(this);
        files.AddTo(this);
        Options.Add(slo);
        Options.Add(findMax);
        Options.Add(otlp);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FleetOptions options = fleet.Bind(parsed);
        TextWriter error = parsed.InvocationConfiguration.Error;
        using MetricsExport? export = otlp.Begin(parsed, options.Shard.ToString());
        FleetSummary summary = parsed.GetValue(findMax) ? await FindMaxAsync(parsed, options, cancellation) : await OnceAsync(options, error, cancellation);
        FleetPrinter.Print(parsed.InvocationConfiguration.Output, summary, parsed.GetValue(global.Json));
        files.Write(parsed, summary, parsed.GetValue(slo));
        bool met = FleetPrinter.Check(error, summary, parsed.GetValue(slo));
        return met && summary.IsValid && (parsed.GetValue(slo) is not null || summary.Failed == 0) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<FleetSummary> OnceAsync(FleetOptions options, TextWriter error, CancellationToken cancellation)
    {
        using FleetRun run = new(options);
        Task<FleetResult> running = run.RunAsync(cancellation);
        await FleetProgress.FollowAsync(run, running, error);
        FleetResult result = await running;
        foreach (Exception defect in result.Defects)
            await error.WriteLineAsync($"phonesim: internal error: {defect.Message} ({defect.GetType().Name})");
        return FleetSummary.Of(result);
    }

    private async Task<FleetSummary> FindMaxAsync(ParseResult parsed, FleetOptions options, CancellationToken cancellation)
    {
        if (parsed.GetValue(slo) is not { } objective)
            throw CommandException.Usage($"--find-max needs --slo, for example '{Slo.Example}'");
        if (options.Load.Concurrency is not null)
            throw CommandException.Usage("--find-max searches for a rate; --concurrency has none");
        TextWriter error = parsed.InvocationConfiguration.Error;
        LoadTrial? last = null;
        LoadInterval found = await LoadSearch.Of(options, objective, trial => FleetPrinter.Print(error, last = trial, objective)).RunAsync(cancellation);
        return found.Summary ?? throw CommandException.Failed(last switch
        {
            null or { Verdict: TrialVerdict.Stopped } => "stopped before any rate met the objective",
            { Verdict: TrialVerdict.Invalid } => "no rate can be told: this machine was the bottleneck at every one; use one with more free cores",
            _ => $"no rate met the objective, not even {last.Rate.ToString("0.0", CultureInfo.InvariantCulture)}/s",
        });
    }
}
