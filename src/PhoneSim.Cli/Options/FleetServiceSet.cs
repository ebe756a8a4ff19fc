using System.CommandLine;
using PhoneSim.Fleet.Services;
using PhoneSim.Formats;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Cli.Options;

/// <summary>What the phones of a fleet use beside TFTP.</summary>
internal sealed class FleetServiceSet
{
    private readonly IntegerOption httpPort = IntegerOption.Port("--http-port", "HTTP port of the servers, for profiles that use it; 0: do not try", 6970);
    private readonly IntegerOption httpsPort = IntegerOption.Port("--https-port", "HTTPS port of the servers, for profiles that use it; 0: do not try", 6971);
    private readonly Option<string> keys = new("--keys")
    {
        HelpName = "prepared|honest|none",
        Description = "Keys of CAPF enrolments: from a pool that phones share, made by each phone (a fifth of a second of CPU), or no enrolment",
        DefaultValueFactory = _ => "prepared",
    };

    private readonly Option<ServerEndPoint?> capf = PhoneOptionSet.Server("--capf", "CAPF server instead of the one the configurations name; default port 3804", 3804);
    private readonly Option<ServerEndPoint?> tvs = PhoneOptionSet.Server("--tvs", "TVS server instead of those the configurations name; default port 2445", 2445);
    private readonly Option<Secret?> authString = PhoneOptionSet.CreateAuthString("What each user types when CAPF asks: 4 to 10 digits");
    private readonly Option<bool> registers = new("--register") { Description = "Register with the call managers of the configuration, and take leave at the end of the boot" };

    public void AddTo(Command command)
    {
        keys.AcceptOnlyFromAmong("prepared", "honest", "none");
        foreach (Option option in new Option[] { httpPort, httpsPort, keys, capf, tvs, authString, registers })
            command.Options.Add(option);
    }

    public FleetServices Bind(ParseResult parsed) => new()
    {
        HttpPort = parsed.GetValue(httpPort),
        HttpsPort = parsed.GetValue(httpsPort),
        Keys = Enum.Parse<FleetKeys>(parsed.GetRequiredValue(keys), ignoreCase: true),
        Capf = parsed.GetValue(capf),
        AsksTvs = true,
        Tvs = parsed.GetValue(tvs),
        AuthString = parsed.GetValue(authString),
        Registers = parsed.GetValue(registers),
    };
}
