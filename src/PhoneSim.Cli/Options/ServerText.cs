using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Cli.Options;

/// <summary><c>HOST[:PORT]</c>; an IPv6 address stands in brackets.</summary>
internal static class ServerText
{
    public static bool TryParse(string text, int defaultPort, [NotNullWhen(true)] out ServerEndPoint? server)
    {
        int bracket = text.LastIndexOf(']');
        int colon = text.IndexOf(':', bracket < 0 ? 0 : bracket);
        string host = colon < 0 ? text : text[..colon];
        int port = colon < 0 ? defaultPort : PortOf(text[(colon + 1)..]);
        bool isIpv6 = host.StartsWith('[') && host.EndsWith(']') && IPAddress.TryParse(host[1..^1], out _);
        bool isHost = Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4;
        server = port > 0 && (isIpv6 || isHost) ? new(host.Trim('[', ']'), port) : null;
        return server is not null;
    }

    private static int PortOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535 ? port : 0;
}
