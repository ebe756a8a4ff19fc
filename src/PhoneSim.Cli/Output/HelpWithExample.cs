using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PhoneSim.Cli.Commands;

namespace PhoneSim.Cli.Output;

/// <summary>The library's help, with an example at the end.</summary>
internal sealed class HelpWithExample : SynchronousCommandLineAction
{
    private readonly HelpAction help = new() { MaxWidth = 120 };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        string[] examples = parseResult.CommandResult.Command is ExampleCommand command ? [command.Example, .. command.MoreExamples] : ["phonesim"];
        parseResult.InvocationConfiguration.Output.WriteLine($"Example{(examples.Length > 1 ? "s" : "")}:{string.Concat(examples.Select(e => $"{Environment.NewLine}  {e}"))}");
        return ExitCode.Done;
    }
}
