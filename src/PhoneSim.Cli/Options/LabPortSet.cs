using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using PhoneSim.Lab;

namespace PhoneSim.Cli.Options;

/// <summary>Where the lab listens.</summary>
internal sealed class LabPortSet
{
    private const string Free = "port; 0: any free one";

    private readonly IntegerOption tftp = IntegerOption.Port("--tftp-port", $"TFTP {Free}", 6969);
    private readonly IntegerOption http = IntegerOption.Port("--http-port", $"HTTP {Free}", 6970);
    private readonly IntegerOption https = IntegerOption.Port("--https-port", $"HTTPS {Free}", 6971);
    private readonly IntegerOption capf = IntegerOption.Port("--capf-port", $"CAPF {Free}", 3804);
    private readonly IntegerOption tvs = IntegerOption.Port("--tvs-port", $"TVS {Free}", 2445);
    private readonly IntegerOption sip = IntegerOption.Port("--sip-port", $"SIP (UDP and TCP) {Free}", 5060);
    private readonly IntegerOption sips = IntegerOption.Port("--secure-sip-port", $"SIP over TLS {Free}", 5061);
    private readonly IntegerOption sccp = IntegerOption.Port("--sccp-port", $"SCCP {Free}", 2000);
    private readonly IntegerOption sccps = IntegerOption.Port("--secure-sccp-port", $"SCCP over TLS {Free}", 2443);

    private IntegerOption[] All => [tftp, http, https, capf, tvs, sip, sips, sccp, sccps];

    public void AddTo(Command command)
    {
        foreach (IntegerOption option in All)
            command.Options.Add(option);
    }

    public LabOptions Bind(ParseResult parsed, IPAddress address) => new()
    {
        Bind = address,
        TftpPort = parsed.GetValue(tftp),
        HttpPort = parsed.GetValue(http),
        HttpsPort = parsed.GetValue(https),
        CapfPort = parsed.GetValue(capf),
        TvsPort = parsed.GetValue(tvs),
        SipPort = parsed.GetValue(sip),
        SecureSipPort = parsed.GetValue(sips),
        SccpPort = parsed.GetValue(sccp),
        SecureSccpPort = parsed.GetValue(sccps),
    };

    /// <summary>The options whose port cannot be had, since the socket's error does not say; empty: none of them is to blame.</summary>
    public string InUse(ParseResult parsed, IPAddress address) =>
        string.Join(", ", All.Where(option => IsInUse(option, parsed.GetValue(option), address)).Select(option => $"{option.Name} {parsed.GetValue(option)}"));

    private bool IsInUse(IntegerOption option, int port, IPAddress address) =>
        port != 0 && ((option != tftp && !CanBind(address, port, ProtocolType.Tcp)) || ((option == tftp || option == sip) && !CanBind(address, port, ProtocolType.Udp)));

    private static bool CanBind(IPAddress address, int port, ProtocolType protocol)
    {
        using Socket socket = new(address.AddressFamily, protocol == ProtocolType.Udp ? SocketType.Dgram : SocketType.Stream, protocol);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
