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
        string example = parseResult.CommandResult.Command is ExampleCommand command ? command.Example : "phonesim";
        parseResult.InvocationConfiguration.Output.WriteLine($"Example:{Environment.NewLine}  {example}");
        return ExitCode.Done;
    }
}
