using System.CommandLine;
using PhoneSim.Cli.Output;

namespace PhoneSim.Cli.Commands;

internal sealed class ManCommand : ExampleCommand
{
    public ManCommand() : base("man", "Print the manual page.", "phonesim man >~/.local/share/man/man1/phonesim.1") => SetAction(Run);

    private static int Run(ParseResult parsed)
    {
        parsed.InvocationConfiguration.Output.Write(new ManualPage((RootCommand)parsed.RootCommandResult.Command).Write());
        return ExitCode.Done;
    }
}
