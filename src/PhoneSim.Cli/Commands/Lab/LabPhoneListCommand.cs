using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Lab.Database;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabPhoneListCommand : ExampleCommand
{
    private readonly LabOptionSet lab = new();
    private readonly GlobalOptions global;

    public LabPhoneListCommand(GlobalOptions global)
        : base("list", "List the phones.", "phonesim lab phone list --json")
    {
        this.global = global;
        lab.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        foreach (LabPhone phone in lab.OpenExisting(parsed)?.Phones ?? [])
            if (parsed.GetValue(global.Json))
                LabPhoneWriter.Write(parsed, global, phone);
            else
                parsed.InvocationConfiguration.Output.WriteLine($"{phone.Name}  {phone.Profile,-20}  line {phone.Line}  encryption {(phone.EncryptedConfig ? "on" : "off")}");
        return ExitCode.Done;
    }
}
