using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Lab.Database;
using PhoneSim.Phone;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabPhoneAddCommand : ExampleCommand
{
    private readonly LabOptionSet lab = new();
    private readonly Argument<string> name = new("NAME") { Description = "SEP and the MAC address" };
    private readonly Option<string> profile = new("--profile") { HelpName = "P", Description = "Firmware profile of the phone", Required = true };
    private readonly Option<string?> certificate = new("--cert") { HelpName = "PEM", Description = "The phone's certificate: its configuration is encrypted for this key" };
    private readonly GlobalOptions global;

    public LabPhoneAddCommand(GlobalOptions global)
        : base("add", "Add a phone.", "phonesim lab phone add SEP001122334455 --profile 7962")
    {
        this.global = global;
        lab.AddTo(this);
        Arguments.Add(name);
        Options.Add(profile);
        Options.Add(certificate);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        DeviceName device = LabOptionSet.Device(parsed.GetRequiredValue(name));
        string profileName = ProfileOptionSet.Find(lab.Profiles(parsed), parsed.GetRequiredValue(profile)).Name;
        PhoneDatabase database = lab.Open(parsed);
        if (database.Find(device.ToString()) is not null)
            throw CommandException.Failed($"{device} is in the lab already; 'phonesim lab phone set {device}' changes it");
        database.Save(LabPhones.New(device, profileName) with
        {
            Certificate = parsed.GetValue(certificate) is { } pem ? InputFiles.Certificate(pem).ExportCertificatePem() : null,
        });
        LabPhoneWriter.Write(parsed, global, database.Find(device.ToString())!);
        return ExitCode.Done;
    }
}
