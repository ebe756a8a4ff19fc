using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabPhoneShowCommand : ExampleCommand
{
    private readonly LabOptionSet lab = new();
    private readonly Argument<string> name = new("NAME") { Description = "SEP and the MAC address" };

    public LabPhoneShowCommand(GlobalOptions global)
        : base("show", "Show one phone in full.", "phonesim lab phone show SEP001122334455")
    {
        lab.AddTo(this);
        Arguments.Add(name);
        SetAction(parsed =>
        {
            LabPhoneWriter.Write(parsed, global, lab.Find(parsed, parsed.GetRequiredValue(name)).Phone);
            return ExitCode.Done;
        });
    }
}
