using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Fleet.Results;

namespace PhoneSim.Cli.Commands;

internal sealed class MergeCommand : ExampleCommand
{
    private readonly Argument<string[]> shards = new("SHARD.json") { Description = "Summaries that 'fleet --shard I/N --summary' wrote, all N of them", Arity = ArgumentArity.OneOrMore };
    private readonly FleetFiles files = new();
    private readonly Option<Slo?> slo = SloOption.Create();
    private readonly GlobalOptions global;

    public MergeCommand(GlobalOptions global) : base("merge", "Add the shards of a fleet and check objectives.", "phonesim merge shard-*.json --slo 'p99(boot)<2s,failed<0.1%'")
    {
        this.global = global;
        Arguments.Add(shards);
        files.AddTo(this);
        Options.Add(slo);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        FleetSummary whole = Merge([.. parsed.GetRequiredValue(shards).Select(Read)]);
        FleetPrinter.Print(parsed.InvocationConfiguration.Output, whole, parsed.GetValue(global.Json));
        files.Write(parsed, whole, parsed.GetValue(slo));
        bool met = FleetPrinter.Check(parsed.InvocationConfiguration.Error, whole, parsed.GetValue(slo));
        return met && whole.IsValid && (parsed.GetValue(slo) is not null || whole.Failed == 0) ? ExitCode.Done : ExitCode.Failed;
    }

    private static FleetSummary Merge(IReadOnlyList<FleetSummary> parts)
    {
        try
        {
            return FleetMerge.Merge(parts);
        }
        catch (FleetDataException e)
        {
            throw CommandException.Failed(e.Message);
        }
    }

    private static FleetSummary Read(string path)
    {
        try
        {
            return FleetSummaryJson.Read(InputFiles.Bytes(path));
        }
        catch (FleetDataException e)
        {
            throw CommandException.Failed($"{path}: {e.Message}");
        }
    }
}
