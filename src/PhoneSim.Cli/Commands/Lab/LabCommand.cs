using PhoneSim.Cli.Options;

namespace PhoneSim.Cli.Commands.Lab;

internal static class LabCommand
{
    public static GroupCommand Create(GlobalOptions global) => new(
        "lab",
        "The built-in call manager: run it, and change its database, also while it runs.",
        "phonesim lab serve",
        new LabServeCommand(global),
        new GroupCommand(
            "phone",
            "The phones of the lab's database.",
            "phonesim lab phone add SEP001122334455 --profile 7962",
            new LabPhoneAddCommand(global), new LabPhoneSetCommand(global), new LabPhoneListCommand(global), new LabPhoneShowCommand(global), new LabPhoneRemoveCommand()),
        new LabMixedModeCommand());
}
