using System.CommandLine;
using System.CommandLine.Help;
using PhoneSim.Cli.Commands.Lab;
using PhoneSim.Cli.Commands.Lessons;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;

namespace PhoneSim.Cli.Commands;

/// <summary>All commands; the composition of the command line.</summary>
internal static class PhoneSimCommand
{
    public static RootCommand Create(TextReader input)
    {
        GlobalOptions global = new(input);
        RootCommand root = new("A phone-side firmware simulator of Cisco IP phones.")
        {
            global.Json, global.ShowSecrets, global.Debug,
            new PhoneCommand(), new BootCommand(global), new PressCommand(global), new InspectCommand(global), new SignCommand(global), new EncryptCommand(global), new TrustListCommand(global),
            LabCommand.Create(global), LessonCommand.Create(global), new ProfilesCommand(global), new CheckCommand(global), new RunCommand(global), new LintCommand(global), new ExplainCommand(global), new FleetCommand(global), new MergeCommand(global), new DiagramCommand(), new DoctorCommand(global), new CompletionCommand(), new ManCommand(),
        };
        new ScreenAction().AddTo(root);
        root.HelpName = "phonesim";
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExample();
        return root;
    }
}
