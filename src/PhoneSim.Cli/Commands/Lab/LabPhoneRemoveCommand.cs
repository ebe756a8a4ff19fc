using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Lab.Database;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabPhoneRemoveCommand : ExampleCommand
{
    private readonly LabOptionSet lab = new();
    private readonly Argument<string> name = new("NAME") { Description = "SEP and the MAC address" };

    public LabPhoneRemoveCommand()
        : base("remove", "Remove a phone and its files.", "phonesim lab phone remove SEP001122334455")
    {
        lab.AddTo(this);
        Arguments.Add(name);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        (PhoneDatabase database, LabPhone phone) = lab.Find(parsed, parsed.GetRequiredValue(name));
        database.Remove(phone.Name);
        parsed.InvocationConfiguration.Error.WriteLine($"phonesim: {phone.Name} is out of the lab");
        return ExitCode.Done;
    }
}
