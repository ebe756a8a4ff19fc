using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Lab.Database;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabMixedModeCommand : ExampleCommand
{
    private readonly LabOptionSet lab = new();
    private readonly Argument<string> state = new("on|off") { Description = "Whether a CTL is offered" };

    public LabMixedModeCommand()
        : base("mixed-mode", "Switch the cluster's mixed mode.", "phonesim lab mixed-mode on")
    {
        lab.AddTo(this);
        state.AcceptOnlyFromAmong("on", "off");
        Arguments.Add(state);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        PhoneDatabase database = lab.Open(parsed);
        database.Save(database.Cluster with { MixedMode = parsed.GetValue(state) == "on" });
        parsed.InvocationConfiguration.Error.WriteLine($"phonesim: mixed mode is {parsed.GetValue(state)}; phones are offered {(database.Cluster.MixedMode ? "a CTL and an ITL" : "an ITL only")}");
        return ExitCode.Done;
    }
}
