using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using PhoneSim.Cli.Output;
using PhoneSim.Fleet;
using PhoneSim.Fleet.Load;
using PhoneSim.Phone;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Options;

/// <summary>What a fleet is made of, and when its phones start.</summary>
internal sealed class FleetOptionSet
{
    private const string IndexVariable = "JOB_COMPLETION_INDEX";

    private readonly ProfileOptionSet profiles = new();
    private readonly Option<int> count = Number<int>("--count", "N", "Phones", 100);
    private readonly Option<string> firstMac = new("--first-mac") { HelpName = "HEX", Description = "MAC address of the first phone; the others follow it", DefaultValueFactory = _ => "001122000000" };
    private readonly Option<string> profile = new("--profile") { HelpName = "NAME", Description = "Firmware profile of all phones", DefaultValueFactory = _ => "7962" };
    private readonly Option<string?> mix = new("--mix") { HelpName = "FILE", Description = "JSON object of profiles and their parts of the fleet: {\"7962\": 60, \"8845\": 40}" };
    private readonly Option<string[]> servers = new("--server") { HelpName = "HOST[:PORT]", Description = "TFTP server, port 69 by default; twice: server 1 and 2", Required = true };
    private readonly Option<double?> rate = new("--rate") { HelpName = "R", Description = "Starts a second; without it all start at once, as after a power cut" };
    private readonly Option<int?> concurrency = new("--concurrency") { HelpName = "C", Description = "Phones under way at once: the next starts when one is done" };
    private readonly Option<double> ramp = Number<double>("--ramp", "S", "Seconds in which the rate rises from zero", 0);
    private readonly Option<double> jitter = Number<double>("--jitter", "S", "Each start is late by a time of its own below S seconds", 0);
    private readonly Option<double?> duration = new("--duration") { HelpName = "S", Description = "Reset the phones again and again until S seconds have passed; without it each starts once" };
    private readonly Option<double> retry = Number<double>("--retry", "S", "A phone that failed because answers were missing starts again after S seconds; 0: it does not", 5);
    private readonly Option<int> retries = Number<int>("--retries", "N", "How often it does so", 3);
    private readonly Option<double> loss = Number<double>("--loss", "P", "Part of the datagrams lost on the phones' side, 0 ... 1", 0);
    private readonly Option<ulong> seed = Number<ulong>("--seed", "N", "Same seed, same choices of each phone", 0UL);
    private readonly Option<string?> shard = new("--shard") { HelpName = "I/N", Description = "Run part I (0 … N-1) of N; 'auto/N' takes I from " + IndexVariable };
    private readonly Option<DateTimeOffset?> startAt = new("--start-at") { HelpName = "TIME", Description = "Start at that time (ISO 8601), so that shards start together" };
    private readonly Option<int> loops = Number<int>("--loops", "N", "Threads", Environment.ProcessorCount);
    private readonly Option<bool> sharedSockets = new("--shared-sockets") { Description = "Let transfers share sockets; a real phone takes a new port for each file" };
    private readonly Option<string?> flash = new("--flash") { HelpName = "DIR", Description = "Keep each phone's flash in a folder of DIR, which one fleet has at a time, or its shards; without it in memory, until the run ends" };
    private readonly FleetServiceSet services = new();
    private readonly Option<string?> lsc = new("--lsc") { HelpName = "FILE.pem", Description = "The phones enrolled before: this LSC is in flash, and that encryption is on" };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { count, firstMac, profile, mix, profiles.Folders, servers, rate, concurrency, ramp, jitter, duration, retry, retries, loss, seed, shard, startAt, loops, sharedSockets, flash, lsc })
            command.Options.Add(option);
        services.AddTo(command);
    }

    public FleetOptions Bind(ParseResult parsed) => new()
    {
        Count = AtLeastOne(parsed, count),
        FirstMac = Mac(parsed),
        Mix = Shares(parsed),
        Servers = [.. parsed.GetRequiredValue(servers).Select(Server)],
        Services = services.Bind(parsed),
        FlashFolder = parsed.GetValue(flash) is { } folder ? OutputFiles.Folder(folder) : null,
        Load = Load(parsed),
        Retry = parsed.GetValue(retry) is > 0 and var after ? new(TimeSpan.FromSeconds(after), parsed.GetValue(retries)) : null,
        Loss = parsed.GetValue(loss),
        Shard = ShardOf(parsed),
        Seed = parsed.GetValue(seed),
        Loops = AtLeastOne(parsed, loops),
        SharedSockets = parsed.GetValue(sharedSockets),
        Lsc = parsed.GetValue(lsc) is { } pem ? InputFiles.FromPem(pem, DeviceCertificate.FromPem, "a certificate and its key") : null,
        StartAt = parsed.GetValue(startAt),
    };

    private static Option<T> Number<T>(string name, string help, string description, T value) => new(name) { HelpName = help, Description = description, DefaultValueFactory = _ => value };

    private static ServerEndPoint Server(string text) => ServerText.TryParse(text, 69, out ServerEndPoint? server)
        ? server
        : throw CommandException.Usage($"--server {text} is no server; HOST or HOST:PORT expected, IPv6 in brackets: [::1]:69");

    private static int AtLeastOne(ParseResult parsed, Option<int> option) =>
        parsed.GetValue(option) is >= 1 and var number ? number : throw CommandException.Usage($"{option.Name} {parsed.GetValue(option)}: 1 or more expected");

    private ulong Mac(ParseResult parsed) => DeviceName.TryParse(parsed.GetValue(firstMac), out DeviceName? name)
        ? ulong.Parse(name.Mac, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : throw CommandException.Usage($"--first-mac {parsed.GetValue(firstMac)} is no MAC address; 12 hexadecimal digits expected");

    private FleetLoad Load(ParseResult parsed)
    {
        if (parsed.GetValue(rate) is not null && parsed.GetValue(concurrency) is not null)
            throw CommandException.Usage("--rate (open model) and --concurrency (closed model) exclude each other");
        if (parsed.GetValue(rate) is <= 0 || parsed.GetValue(concurrency) is < 1 || parsed.GetValue(duration) is <= 0 || parsed.GetValue(ramp) < 0 || parsed.GetValue(jitter) < 0)
            throw CommandException.Usage("--rate, --concurrency, --duration, --ramp and --jitter are positive numbers");
        return new()
        {
            Rate = parsed.GetValue(rate), Concurrency = parsed.GetValue(concurrency), Ramp = TimeSpan.FromSeconds(parsed.GetValue(ramp)), Jitter = TimeSpan.FromSeconds(parsed.GetValue(jitter)),
            Duration = parsed.GetValue(duration) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    private Shard ShardOf(ParseResult parsed)
    {
        if (parsed.GetValue(shard) is not { } text)
            return Shard.Whole;
        string filled = text.Replace("auto", Environment.GetEnvironmentVariable(IndexVariable) ?? "auto", StringComparison.Ordinal);
        return Shard.TryParse(filled, out Shard? found) ? found : throw CommandException.Usage($"--shard {text}: I/N with I from 0 to N-1 expected, or auto/N with {IndexVariable} set");
    }

    private IReadOnlyList<FleetShare> Shares(ParseResult parsed)
    {
        ProfileStore store = profiles.Open(parsed);
        return parsed.GetValue(mix) is not { } file
            ? [new(ProfileOptionSet.Find(store, parsed.GetRequiredValue(profile)), 1)]
            : [.. MixFile(file).Select(row => new FleetShare(ProfileOptionSet.Find(store, row.Key), row.Value))];
    }

    private static Dictionary<string, double> MixFile(string file)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(InputFiles.Bytes(file));
            Dictionary<string, double> rows = json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble());
            return rows.Count > 0 && rows.Values.All(parts => parts > 0) ? rows : throw CommandException.Usage($"{file}: a mix names profiles with positive parts");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw CommandException.Usage($"{file}: a JSON object expected, e.g. {{\"7962\": 60, \"8845\": 40}}: {e.Message}");
        }
    }
}
