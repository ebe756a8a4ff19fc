using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Formats;
using PhoneSim.Lab;
using PhoneSim.Lab.Database;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabServeCommand : ExampleCommand
{
    private const int NameLimit = 100;

    private readonly LabOptionSet lab = new();
    private readonly Option<IPAddress> bind = new("--bind")
    {
        HelpName = "ADDR",
        Description = "Address to listen on; default: 127.0.0.1, so that nobody else can ask",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out IPAddress? address))
                return address;
            result.AddError($"--bind {result.Tokens[0].Value} is no address; e.g. 192.0.2.10");
            return null;
        },
    };

    private readonly IntegerOption tftp = IntegerOption.Port("--tftp-port", "TFTP port; 0: any free one", 6969);
    private readonly IntegerOption http = IntegerOption.Port("--http-port", "HTTP port; 0: any free one", 6970);
    private readonly IntegerOption https = IntegerOption.Port("--https-port", "HTTPS port; 0: any free one", 6971);
    private readonly IntegerOption capf = IntegerOption.Port("--capf-port", "CAPF port; 0: any free one", 3804);
    private readonly IntegerOption tvs = IntegerOption.Port("--tvs-port", "TVS port; 0: any free one", 2445);
    private readonly IntegerOption sip = IntegerOption.Port("--sip-port", "SIP port (UDP and TCP); 0: any free one", 5060);
    private readonly IntegerOption sips = IntegerOption.Port("--secure-sip-port", "SIP over TLS port; 0: any free one", 5061);
    private readonly IntegerOption sccp = IntegerOption.Port("--sccp-port", "SCCP port; 0: any free one", 2000);
    private readonly GlobalOptions global;

    public LabServeCommand(GlobalOptions global)
        : base("serve", "Run the built-in call manager until Ctrl+C.", "phonesim lab serve --root lab --tftp-port 0")
    {
        this.global = global;
        lab.AddTo(this);
        foreach (Option option in new Option[] { bind, tftp, http, https, capf, tvs, sip, sips, sccp })
            Options.Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        TextWriter error = TextWriter.Synchronized(parsed.InvocationConfiguration.Error);
        await using LabServer server = Start(parsed, lab.Open(parsed), new()
        {
            Tftp = seen => error.WriteLine($"tftp   {seen.Client}  {seen.File}  {seen.Answer}"),
            Http = seen => error.WriteLine($"http   {Printable.Text(seen.File, NameLimit)}  {Size(seen.Length)}"),
            Capf = report => error.WriteLine($"capf   {Printable.Text(report.DeviceName, NameLimit)}  {report.Operation}  {(report.Succeeded ? "done" : "failed")}: {report.Why}"),
        });
        WriteReady(parsed, output, server);
        await output.FlushAsync(CancellationToken.None);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how a server ends.
        }

        return ExitCode.Done;
    }

    private LabServer Start(ParseResult parsed, PhoneDatabase database, LabObserver observer)
    {
        LabOptions options = new()
        {
            Bind = parsed.GetRequiredValue(bind), TftpPort = parsed.GetValue(tftp), HttpPort = parsed.GetValue(http), HttpsPort = parsed.GetValue(https),
            CapfPort = parsed.GetValue(capf), TvsPort = parsed.GetValue(tvs),
            SipPort = parsed.GetValue(sip), SecureSipPort = parsed.GetValue(sips), SccpPort = parsed.GetValue(sccp),
        };
        try
        {
            return new(database, options, TimeProvider.System, observer);
        }
        catch (SocketException e)
        {
            throw CommandException.Environment($"the lab cannot listen on {options.Bind}{PortsInUse(parsed, options.Bind)}: {e.Message}; port 0 takes any free one");
        }
    }

    /// <summary>Which of the ports, since the error does not say.</summary>
    private string PortsInUse(ParseResult parsed, IPAddress address)
    {
        bool IsTaken(IntegerOption option) => parsed.GetValue(option) is not 0 and var port && !CanListen(new(address, port), option == tftp ? ProtocolType.Udp : ProtocolType.Tcp);
        string[] taken = [.. new[] { tftp, http, https, capf, tvs, sip, sips, sccp }.Where(IsTaken).Select(option => $"{option.Name} {parsed.GetValue(option)}")];
        return taken.Length == 0 ? "" : $" ({string.Join(", ", taken)})";
    }

    private static bool CanListen(IPEndPoint at, ProtocolType protocol)
    {
        using Socket socket = new(at.AddressFamily, protocol == ProtocolType.Udp ? SocketType.Dgram : SocketType.Stream, protocol);
        try
        {
            socket.Bind(at);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void WriteReady(ParseResult parsed, TextWriter output, LabServer server)
    {
        (string Name, IPEndPoint At)[] ports = [("tftp", server.Tftp), ("http", server.Http), ("https", server.Https), ("capf", server.Capf), ("tvs", server.Tvs),
            ("sip", server.Sip.EndPoint), ("sips", server.Sip.SecureEndPoint!), ("sccp", server.Sccp.EndPoint)];
        if (!parsed.GetValue(global.Json))
        {
            output.WriteLine($"ready: {string.Join(", ", ports.Select(p => $"{p.Name} {p.At}"))}; state in {lab.Root(parsed)}");
            return;
        }

        JsonLine.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "ready");
            foreach ((string name, IPEndPoint at) in ports)
                json.WriteString(name, at.ToString());
            json.WriteString("root", lab.Root(parsed));
            json.WriteEndObject();
        });
    }

    private static string Size(int? length) => length is null ? "not found" : $"{length} bytes";
}
