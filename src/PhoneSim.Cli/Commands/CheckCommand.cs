using System.CommandLine;
using PhoneSim.Cli.Inspection;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Cli.Phones;
using PhoneSim.Evidence.Checks;
using PhoneSim.Evidence.Reports;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Cli.Commands;

internal sealed class CheckCommand : ExampleCommand
{
    private readonly PhoneOptionSet phone = new();
    private readonly Option<string[]> only = new("--only") { HelpName = "ID,…", Description = "Only these checks or groups; --list shows them" };
    private readonly Option<bool> list = new("--list") { Description = "List the checks and what each stands on, and ask nobody" };
    private readonly Option<string?> hex = new("--hex") { HelpName = "KEY", Description = "The phone's symmetric key; default: the one in its flash" };
    private readonly Option<string?> expectEncryption = new("--expect-encryption") { Description = "Whether the server should encrypt for this phone; default: as the server says itself" };
    private readonly Option<bool> expectNoDigest = new("--expect-no-digest") { Description = "The configuration must not carry digest credentials" };
    private readonly Option<string?> earlier = new("--earlier") { HelpName = "FILE", Description = "This phone's .enc.sgn from before its last change: its AES key must differ" };
    private readonly Option<string?> largeFile = new("--large-file") { HelpName = "NAME", Description = "A file on the server of more than 512 KiB, to see block numbers wrap" };
    private readonly Option<bool> allowChanges = new("--allow-changes") { Description = "Hold CAPF sessions too: the server may install a certificate" };
    private readonly NumberOption patience = new("--patience", "S", "Seconds to wait for each answer; default: 2", 600);
    private readonly ReportFiles files = new();
    private readonly GlobalOptions global;

    public CheckCommand(GlobalOptions global) : base("check", "Find out whether a TFTP, CAPF and TVS server is right, as a phone sees it. Changes nothing on it.", "phonesim check --server 192.0.2.10 --profile 7962 --mac 001122334455 --junit check.xml --html check.html")
    {
        this.global = global;
        expectEncryption.AcceptOnlyFromAmong("on", "off");
        phone.AddTo(this);
        foreach (Option option in new Option[] { only, list, hex, expectEncryption, expectNoDigest, earlier, largeFile, allowChanges, patience })
            Options.Add(option);
        files.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string[] wanted = [.. (parsed.GetValue(only) ?? []).SelectMany(o => o.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        if (wanted.FirstOrDefault(id => !CheckSuite.Knows(id)) is { } unknown)
            throw CommandException.Usage($"--only {unknown}: there is no such check or group; 'phonesim check --list' shows them");
        ReportPrinter printer = new(parsed.InvocationConfiguration.Output, parsed.GetValue(global.Json));
        if (parsed.GetValue(list))
        {
            CheckList.Print(parsed.InvocationConfiguration.Output, wanted, parsed.GetValue(global.Json));
            return ExitCode.Done;
        }

        PhoneSetup setup = phone.Bind(parsed);
        using WireRecord wire = new(setup.Wire with { Name = setup.Device.ToString() });
        CheckTarget target = Target(parsed, setup) with { Network = new() { KeyLog = wire.KeyLog, Capture = wire.Capture } };
        CheckRun run = await CheckSuite.RunAsync(target, wanted, result => printer.Print(result.Check.Group, result.ToCase()), cancellation);
        Report report = Report(target, run);
        printer.Print(report);
        files.Write(parsed, report);
        return report.Count(CheckVerdict.Fail) == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private CheckTarget Target(ParseResult parsed, PhoneSetup setup)
    {
        if (setup.Servers.Count != 1)
            throw CommandException.Usage($"check looks at one server, {setup.Servers.Count} given; for example --server 192.0.2.10");
        FlashContents flash = FlashOf(setup);
        return new()
        {
            Tftp = setup.Servers[0], HttpPort = setup.HttpPort, HttpsPort = setup.HttpsPort, Device = setup.Device, Profile = setup.Profile, Capf = setup.Capf, Tvs = setup.Tvs, AuthString = setup.AuthString,
            Lsc = flash.Lsc,
            Mic = flash.Mic ?? setup.Mic,
            Key = parsed.GetValue(hex) is { } digits ? KeyOption.Parse(digits) : flash.SymmetricKey,
            ExpectsEncryption = parsed.GetValue(expectEncryption) is { } word ? word == "on" : null,
            ExpectsNoDigest = parsed.GetValue(expectNoDigest),
            EarlierFile = parsed.GetValue(earlier) is { } path ? InputFiles.Bytes(path) : null,
            LargeFile = parsed.GetValue(largeFile),
            AllowChanges = parsed.GetValue(allowChanges),
            Patience = TimeSpan.FromSeconds(parsed.GetValue(patience) ?? 2),
        };
    }

    /// <summary>What the phone has typed and enrolled; nothing when it never was switched on.</summary>
    private static FlashContents FlashOf(PhoneSetup setup)
    {
        if (!Directory.Exists(setup.FlashFolder))
            return FlashContents.Empty;
        using FolderFlash flash = new(setup.FlashFolder);
        return flash.Contents;
    }

    private static Report Report(CheckTarget target, CheckRun run) => new()
    {
        Title = $"phonesim check of {target.Tftp}",
        Facts = [("server", target.Tftp.ToString()), ("phone", $"{target.Device}, {target.Profile.Name}"), ("changes allowed", target.AllowChanges ? "yes" : "no"), ("made by", CommandLineApp.Version)],
        Began = run.Began,
        Duration = run.Duration,
        Sections = run.Sections(FileDecoding.Decode(run.Files.Where(f => f.Value.Answer == Phone.Fetching.FetchAnswer.Ok).Select(f => (f.Key, f.Value.Content)), target.Lsc?.Rsa ?? target.Mic?.Rsa, target.Key)),
    };
}
