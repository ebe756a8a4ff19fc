using System.CommandLine;
using PhoneSim.Cli.Options;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabCommand : Command
{
    public LabCommand(GlobalOptions global)
        : base("lab", "The built-in call manager: run it, and change its database, also while it runs.")
    {
        Subcommands.Add(new LabServeCommand(global));
        Subcommands.Add(new Command("phone", "The phones of the lab's database.")
        {
            new LabPhoneAddCommand(global), new LabPhoneSetCommand(global), new LabPhoneListCommand(global), new LabPhoneShowCommand(global), new LabPhoneRemoveCommand(),
        });
        Subcommands.Add(new LabMixedModeCommand());
    }
}
