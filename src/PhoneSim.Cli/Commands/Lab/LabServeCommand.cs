using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Cli.Phones;
using PhoneSim.Lab;
using PhoneSim.Lab.Database;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabServeCommand : ExampleCommand
{
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

    private readonly WireOptionSet files = new();
    private readonly OtlpOption otlp = new();
    private readonly LabPortSet ports = new();
    private readonly GlobalOptions global;

    public LabServeCommand(GlobalOptions global)
        : base("serve", "Run the built-in call manager until Ctrl+C.", "phonesim lab serve --root lab --tftp-port 0")
    {
        this.global = global;
        lab.AddTo(this);
        Options.Add(bind);
        ports.AddTo(this);
        files.AddTo(this);
        Options.Add(otlp);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        using WireRecord wire = new(files.Bind(parsed) with { Name = "phonesim-lab" });
        await using LabServer server = Start(parsed, lab.Open(parsed), wire);
        using MetricsExport? export = otlp.Begin(parsed, $"{server.Tftp}");
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

    private LabServer Start(ParseResult parsed, PhoneDatabase database, WireRecord wire)
    {
        LabOptions options = ports.Bind(parsed, parsed.GetRequiredValue(bind)) with { Capture = wire.Capture, KeyLog = wire.KeyLog };
        try
        {
            return new(database, options, TimeProvider.System, LabLog.To(parsed.InvocationConfiguration.Error));
        }
        catch (SocketException e)
        {
            string taken = ports.InUse(parsed, options.Bind) is { Length: > 0 } names ? $" ({names})" : "";
            throw CommandException.Environment($"the lab cannot listen on {options.Bind}{taken}: {e.Message}; port 0 takes any free one");
        }
    }

    private void WriteReady(ParseResult parsed, TextWriter output, LabServer server)
    {
        (string Name, IPEndPoint At)[] servers = [("tftp", server.Tftp), ("http", server.Http), ("https", server.Https), ("capf", server.Capf), ("tvs", server.Tvs),
            ("sip", server.Sip.EndPoint), ("sips", server.Sip.SecureEndPoint!), ("sccp", server.Sccp.EndPoint), ("sccps", server.SecureSccp.EndPoint)];
        if (!parsed.GetValue(global.Json))
        {
            output.WriteLine($"ready: {string.Join(", ", servers.Select(p => $"{p.Name} {p.At}"))}; state in {lab.Root(parsed)}");
            return;
        }

        JsonLine.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "ready");
            foreach ((string name, IPEndPoint at) in servers)
                json.WriteString(name, at.ToString());
            json.WriteString("root", lab.Root(parsed));
            json.WriteEndObject();
        });
    }
}
