using System.CommandLine;
using System.Security.Cryptography;
using PhoneSim.Cli.Inspection;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Evidence.Explain;
using PhoneSim.Evidence.Reports;
using PhoneSim.Formats;
using PhoneSim.Formats.Capture;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Commands;

internal sealed class ExplainCommand : ExampleCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "A capture (pcap, pcapng) of a phone's TFTP or HTTP traffic, or the lines of 'phonesim boot --json'" };
    private readonly Option<string?> profile = new("--profile") { HelpName = "NAME", Description = "Firmware profile of the phone; default: one that fits what it does, and said so" };
    private readonly ProfileOptionSet profiles = new();
    private readonly Option<string[]> trust = new("--trust") { HelpName = "FILE.tlv", Description = "A trust list that the phone had already; twice: CTL and ITL" };
    private readonly DecryptionOptionSet decryption = new();
    private readonly ReportFiles reports = new();
    private readonly GlobalOptions global;

    public ExplainCommand(GlobalOptions global) : base("explain", "Say what a phone asked, what it got, and why it must have refused: from a capture of a real phone, or from a saved run.",
        "phonesim explain phone.pcapng --profile 7962 --trust ITLFile.tlv")
    {
        this.global = global;
        Arguments.Add(file);
        Options.Add(profile);
        Options.Add(profiles.Folders);
        Options.Add(trust);
        decryption.AddTo(this);
        reports.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        DateTimeOffset began = TimeProvider.System.GetUtcNow();
        string path = parsed.GetRequiredValue(file);
        (IReadOnlyList<ExplainedPhone> phones, IReadOnlyList<DecodedFile> files) = Explain(parsed, path, InputFiles.Bytes(path));
        ExplainPrinter printer = new(parsed.InvocationConfiguration.Output, parsed.GetValue(global.Json));
        foreach (ExplainedPhone phone in phones)
            printer.Print(phone);
        reports.Write(parsed, new()
        {
            Title = $"phonesim explain {Path.GetFileName(path)}", Facts = [("file", path), ("made by", CommandLineApp.Version)], Began = began, Duration = TimeProvider.System.GetUtcNow() - began, Sections = ExplainReport.Sections(phones, files),
        });
        return ExitCode.Done;
    }

    private (IReadOnlyList<ExplainedPhone> Phones, IReadOnlyList<DecodedFile> Files) Explain(ParseResult parsed, string path, byte[] content)
    {
        try
        {
            if (CaptureFile.Recognises(content))
                return OfCapture(parsed, path, content);
            if (SavedRun.Recognises(content))
                return (NotEmpty(path, RunStory.Of(SavedRun.Parse(content)), "no line of it is of a phone's run"), []);
        }
        catch (MalformedDataException e)
        {
            throw CommandException.Failed($"{path} is malformed: {e.Message}");
        }

        throw CommandException.Failed($"{path} is neither a capture (pcap, pcapng) nor the lines of 'phonesim boot --json'; 'phonesim inspect' looks into single files");
    }

    private (IReadOnlyList<ExplainedPhone> Phones, IReadOnlyList<DecodedFile> Files) OfCapture(ParseResult parsed, string path, byte[] content)
    {
        CaptureFile capture = CaptureFile.Parse(content);
        if (capture.IsCutShort)
            parsed.InvocationConfiguration.Error.WriteLine($"phonesim: {path} is cut short; what is whole is explained");
        ExplainOptions options = Known(parsed);
        CaptureConversations conversations = CaptureConversations.Of(capture);
        IReadOnlyList<ExplainedPhone> phones = NotEmpty(path, CaptureStory.Of(conversations, options), "no phone asks for a file in it, by TFTP or by HTTP in clear");
        IEnumerable<ObservedRequest> delivered = CaptureTraffic.Of(conversations).SelectMany(p => p.Requests).Where(r => r is { Answer: FetchAnswer.Ok, IsWhole: true })
            .DistinctBy(r => (r.File, Convert.ToHexString(SHA256.HashData(r.Content.Span))));
        return (phones, FileDecoding.Decode(delivered.Select(r => (Printable.Text(r.File, 200), r.Content)), options.PrivateKey, options.Key));
    }

    private static IReadOnlyList<ExplainedPhone> NotEmpty(string path, IReadOnlyList<ExplainedPhone> phones, string why) => phones.Count > 0 ? phones : throw CommandException.Failed($"{path}: {why}");

    private ExplainOptions Known(ParseResult parsed)
    {
        ProfileStore store = profiles.Open(parsed);
        string[] lists = parsed.GetValue(trust) ?? [];
        string? ctl = lists.FirstOrDefault(IsCtl), itl = lists.FirstOrDefault(list => !IsCtl(list));
        if (lists.Length > 2 || lists.Count(IsCtl) > 1 || lists.Count(list => !IsCtl(list)) > 1)
            throw CommandException.Usage("--trust: one CTL and one ITL at most; a CTL is told by its name, CTL…");
        return new()
        {
            Profiles = store,
            Profile = parsed.GetValue(profile) is { } name ? ProfileOptionSet.Find(store, name) : null,
            Ctl = ctl is null ? null : InputFiles.TrustList(ctl),
            Itl = itl is null ? null : InputFiles.TrustList(itl),
            PrivateKey = decryption.PrivateKey(parsed),
            Certificate = decryption.Certificate(parsed),
            Key = decryption.SymmetricKey(parsed),
        };
    }

    private static bool IsCtl(string path) => Path.GetFileName(path).StartsWith("CTL", StringComparison.OrdinalIgnoreCase);
}
