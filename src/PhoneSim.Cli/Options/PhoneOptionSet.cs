using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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

    private readonly ProfileOptionSet profiles = new();
    private readonly Option<string> profile = new("--profile") { HelpName = "NAME", Description = "Firmware profile; 'phonesim profiles' lists them", DefaultValueFactory = _ => DefaultProfile };
    private readonly Option<DeviceName> mac = new("--mac") { HelpName = "HEX", Description = $"MAC address of the phone; default: {DefaultMac}", CustomParser = ParseMac };
    private readonly Option<ServerEndPoint[]> servers = new("--server") { HelpName = "HOST[:PORT]", Description = "TFTP server, port 69 by default; twice: server 1 and 2", Arity = ArgumentArity.ZeroOrMore, CustomParser = ParseServers };
    private readonly Option<int> httpPort = Port("--http-port", "HTTP port of the server; 0: do not try", 6970);
    private readonly Option<int> httpsPort = Port("--https-port", "HTTPS port of the server; 0: do not try", 6971);
    private readonly Option<string?> flash = new("--flash") { HelpName = "DIR", Description = "The phone's flash; default: a folder per device under your data folder" };
    private readonly Option<string?> mic = new("--mic") { HelpName = "FILE.pem", Description = "Certificate and key put as MIC into a new flash; default: one is made" };
    private readonly Option<string?> authString = new("--auth-string") { HelpName = "DIGITS", Description = "What the user types when CAPF asks" };
    private readonly Option<ServerEndPoint?> capf = Server("--capf", "CAPF server instead of the one the configuration names; default port 3804", 3804);
    private readonly Option<ServerEndPoint?> tvs = Server("--tvs", "TVS server instead of those the configuration names; default port 2445", 2445);
    private readonly Option<string?> keyLog = new("--keylog") { HelpName = "F", Description = "Append the secrets of TLS connections to F (NSS key log format, for Wireshark)" };
    private readonly Option<ulong?> seed = new("--seed") { HelpName = "N", Description = "Same seed, same choices of the phone by chance; keys are always new" };
    private readonly Option<double> timeScale = new("--time-scale") { HelpName = "X", Description = "The phone's waits and time-outs pass X times faster", CustomParser = ParseScale, DefaultValueFactory = _ => 1 };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { profile, profiles.Folders, mac, servers, httpPort, httpsPort, flash, mic, authString, capf, tvs, keyLog, seed, timeScale })
            command.Options.Add(option);
    }

    public ProfileStore Profiles(ParseResult parsed) => profiles.Open(parsed);

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
            AuthString = parsed.GetValue(authString) is { } digits ? new Secret(digits) : null,
            Capf = parsed.GetValue(capf),
            Tvs = parsed.GetValue(tvs),
            KeyLog = parsed.GetValue(keyLog),
            Seed = parsed.GetValue(seed),
            TimeScale = parsed.GetValue(timeScale),
        };
    }

    private static Option<int> Port(string name, string description, int port)
    {
        Option<int> option = new(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => port };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError($"{name} is no port; 0 … 65535 expected");
        });
        return option;
    }

    private static Option<ServerEndPoint?> Server(string name, string description, int port) => new(name)
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
            if (ServerText.TryParse(token.Value, 69, out ServerEndPoint? server))
                found.Add(server);
            else
                result.AddError($"--server {token.Value} is no server; HOST or HOST:PORT expected, IPv6 in brackets: [::1]:69");
        if (found.Count > 2)
            result.AddError($"--server: two servers at most, {found.Count} given");
        return [.. found];
    }

    private static double ParseScale(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double scale) && scale is > 0 and <= 1000)
            return scale;
        result.AddError($"--time-scale {result.Tokens[0].Value} is no scale; a number above 0, at most 1000, expected");
        return 1;
    }
}
