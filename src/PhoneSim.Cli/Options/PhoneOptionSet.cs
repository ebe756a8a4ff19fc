using System.CommandLine;
using System.CommandLine.Parsing;
using PhoneSim.Formats;
using PhoneSim.Phone;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Cli.Phones;

namespace PhoneSim.Cli.Options;

/// <summary>The options of every command that holds a phone (shared/spec/cli.md).</summary>
internal sealed class PhoneOptionSet
{
    /// <summary>The phone of the seed's manual procedure, which a trainer wants first.</summary>
    public const string DefaultProfile = "7962-sip-manual";

    public const string DefaultMac = "001122334455";

    public const int TftpPort = 69;

    private readonly ProfileOptionSet profiles = new();
    private readonly Option<string> profile = new("--profile") { HelpName = "NAME", Description = "Firmware profile; 'phonesim profiles' lists them", DefaultValueFactory = _ => DefaultProfile };
    private readonly Option<DeviceName> mac = new("--mac") { HelpName = "HEX", Description = $"MAC address of the phone; default: {DefaultMac}", CustomParser = ParseMac };
    private readonly Option<ServerEndPoint[]> servers = new("--server") { HelpName = "HOST[:PORT]", Description = "TFTP server, port 69 by default; twice: server 1 and 2", Arity = ArgumentArity.OneOrMore, CustomParser = ParseServers };
    private readonly IntegerOption httpPort = IntegerOption.Port("--http-port", "HTTP port of the server; 0: do not try", 6970);
    private readonly IntegerOption httpsPort = IntegerOption.Port("--https-port", "HTTPS port of the server; 0: do not try", 6971);
    private readonly Option<string?> flash = new("--flash") { HelpName = "DIR", Description = "The phone's flash; default: a folder per device under your data folder" };
    private readonly Option<string?> mic = new("--mic") { HelpName = "FILE.pem", Description = "Certificate and key put as MIC into a new flash; default: one is made" };
    private readonly Option<Secret?> authString = CreateAuthString("What the user types when CAPF asks: 4 to 10 digits");
    private readonly Option<ServerEndPoint?> capf = Server("--capf", "CAPF server instead of the one the configuration names; default port 3804", 3804);
    private readonly Option<ServerEndPoint?> tvs = Server("--tvs", "TVS server instead of those the configuration names; default port 2445", 2445);
    private readonly WireOptionSet wire = new();
    private readonly IntegerOption seed = new("--seed", "Same seed, same choices of the phone, keys excepted; default: by chance", null, 0, int.MaxValue);
    private readonly NumberOption timeScale = new("--time-scale", "X", "The phone's waits and time-outs pass X times faster; default: 1", 1000);

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { profile, profiles.Folders, mac, servers, httpPort, httpsPort, flash, mic, authString, capf, tvs, seed, timeScale })
            command.Options.Add(option);
        wire.AddTo(command);
    }

    public ProfileStore Profiles(ParseResult parsed) => profiles.Open(parsed);

    public bool NamesProfile(ParseResult parsed) => parsed.GetResult(profile) is { Implicit: false };

    public bool NamesServer(ParseResult parsed) => parsed.GetResult(servers) is { Implicit: false };

    /// <summary>Everything checked: whatever is wrong ends the command with a usage error.</summary>
    public PhoneSetup Bind(ParseResult parsed)
    {
        DeviceName device = parsed.GetValue(mac) ?? Device(DefaultMac)!;
        return new()
        {
            Device = device,
            Profile = ProfileOptionSet.Find(profiles.Open(parsed), parsed.GetRequiredValue(profile)),
            Servers = parsed.GetValue(servers) ?? [],
            HttpPort = parsed.GetValue(httpPort),
            HttpsPort = parsed.GetValue(httpsPort),
            FlashFolder = parsed.GetValue(flash) ?? FolderFlash.DefaultFolder(device),
            Mic = parsed.GetValue(mic) is { } pem ? InputFiles.FromPem(pem, DeviceCertificate.FromPem, "a certificate and its key") : null,
            AuthString = parsed.GetValue(authString),
            Capf = parsed.GetValue(capf),
            Tvs = parsed.GetValue(tvs),
            Wire = wire.Bind(parsed),
            Seed = parsed.GetResult(seed) is null ? null : (ulong)parsed.GetValue(seed),
            TimeScale = parsed.GetValue(timeScale) ?? 1,
        };
    }

    public static Option<Secret?> CreateAuthString(string description) => new("--auth-string") { HelpName = "DIGITS", Description = description, CustomParser = ParseAuthString };

    public static Option<ServerEndPoint?> Server(string name, string description, int port) => new(name)
    {
        HelpName = "HOST[:PORT]",
        Description = description,
        CustomParser = result =>
        {
            if (ServerText.TryParse(result.Tokens[0].Value, port, out ServerEndPoint? server))
                return server;
            result.AddError($"{name} {result.Tokens[0].Value} is no server; HOST or HOST:PORT expected, IPv6 in brackets: [::1]:{port}");
            return null;
        },
    };

    private static DeviceName? Device(string text) => DeviceName.TryParse(text, out DeviceName? name) ? name : null;

    private static DeviceName? ParseMac(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Device(text) is { } name)
            return name;
        result.AddError($"--mac {text} is no MAC address; 12 hexadecimal digits expected, : - . between them allowed");
        return null;
    }

    private static ServerEndPoint[]? ParseServers(ArgumentResult result)
    {
        List<ServerEndPoint> found = [];
        foreach (Token token in result.Tokens)
            if (ServerText.TryParse(token.Value, TftpPort, out ServerEndPoint? server))
                found.Add(server);
            else
                result.AddError($"--server {token.Value} is no server; HOST or HOST:PORT expected, IPv6 in brackets: [::1]:69");
        if (found.Count > 2)
            result.AddError($"--server: two servers at most, {found.Count} given");
        return [.. found];
    }

    private static Secret? ParseAuthString(ArgumentResult result)
    {
        string digits = result.Tokens[0].Value;
        if (digits.Length is >= 4 and <= 10 && digits.All(char.IsAsciiDigit))
            return new(digits);
        result.AddError("--auth-string: 4 to 10 digits expected");
        return null;
    }
}
