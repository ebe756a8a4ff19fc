using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Evidence.Lint;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Commands;

internal sealed class LintCommand : ExampleCommand
{
    private readonly Argument<string[]> files = new("FILE") { Description = "Configurations (.cnf.xml, .sgn, .enc.sgn) and trust lists (.tlv)", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> profile = new("--profile") { HelpName = "NAME", Description = "Firmware profile they are for; 'phonesim profiles' lists them" };
    private readonly ProfileOptionSet profiles = new();
    private readonly DecryptionOptionSet decryption = new();
    private readonly Option<string> format = new("--format") { Description = "For people, for annotations of GitHub Actions, or JSON lines", DefaultValueFactory = _ => LintPrinter.Text };
    private readonly Option<bool> list = new("--list") { Description = "List the rules and what each stands on, and look at no file" };
    private readonly GlobalOptions global;

    public LintCommand(GlobalOptions global) : base("lint", "Find mistakes in configurations and trust lists before a phone does. Exit code 1: there are errors; warnings and notes alone give 0.",
        "phonesim lint --profile 7962 SEP001122334455.cnf.xml ITLFile.tlv")
    {
        this.global = global;
        format.AcceptOnlyFromAmong(LintPrinter.Text, LintPrinter.GitHub, LintPrinter.Json);
        Arguments.Add(files);
        Options.Add(profile);
        Options.Add(profiles.Folders);
        decryption.AddTo(this);
        Options.Add(format);
        Options.Add(list);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        LintPrinter printer = new(parsed.InvocationConfiguration.Output, parsed.GetValue(global.Json) ? LintPrinter.Json : parsed.GetRequiredValue(format));
        if (parsed.GetValue(list))
        {
            printer.Print(LintRules.All);
            return ExitCode.Done;
        }

        LintInput common = Common(parsed);
        foreach (string path in Paths(parsed))
            printer.Print(path, Linter.Lint(common with { Name = Path.GetFileName(path), Content = InputFiles.Bytes(path) }));
        printer.PrintTotals();
        return printer.Count(LintSeverity.Error) == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private string[] Paths(ParseResult parsed) => parsed.GetValue(files) is [_, ..] paths
        ? paths
        : throw CommandException.Usage("lint: which file? For example phonesim lint --profile 7962 SEP001122334455.cnf.xml");

    private LintInput Common(ParseResult parsed)
    {
        string name = parsed.GetValue(profile) ?? throw CommandException.Usage("--profile NAME: which phone is the file for? 'phonesim profiles' lists them");
        FirmwareProfile found = ProfileOptionSet.Find(profiles.Open(parsed), name);
        return new("", default, found, TimeProvider.System.GetUtcNow()) { PrivateKey = decryption.PrivateKey(parsed), Key = decryption.SymmetricKey(parsed) };
    }
}
