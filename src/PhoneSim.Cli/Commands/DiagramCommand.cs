using System.CommandLine;
using PhoneSim.Phone.Boot;

namespace PhoneSim.Cli.Commands;

internal sealed class DiagramCommand : ExampleCommand
{
    private readonly Option<string> format = new("--format") { HelpName = "mermaid|dot", Description = "Language of the drawing", DefaultValueFactory = _ => "mermaid" };

    public DiagramCommand() : base("diagram", "Draw the phone's boot machine.", "phonesim diagram --format dot | dot -Tsvg -o boot.svg")
    {
        format.AcceptOnlyFromAmong("mermaid", "dot");
        Options.Add(format);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(format) == "dot" ? BootMachine.ToDot() : BootMachine.ToMermaid());
        return ExitCode.Done;
    }
}
