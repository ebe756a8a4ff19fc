using System.Net;

namespace PhoneSim.Network.Capture;

/// <summary>Which name readers of a capture may show for an address. One that both ends have, such as loopback's, gets none: the name would stand at both.</summary>
/// <param name="near">Name of this machine's end; empty: none.</param>
internal sealed class CaptureNames(string near)
{
    private readonly HashSet<IPAddress> nears = [];
    private readonly HashSet<IPAddress> fars = [];
    private readonly Dictionary<IPAddress, string> hosts = [];

    public void See(IPAddress near, IPAddress far)
    {
        nears.Add(Plain(near));
        fars.Add(Plain(far));
    }

    /// <param name="host">As the user or a configuration named the far end; an address is no name.</param>
    public void Name(IPAddress far, string host)
    {
        if (!IPAddress.TryParse(host, out _))
            hosts[Plain(far)] = host;
    }

    public IReadOnlyList<(IPAddress Address, string Name)> ToList() =>
        [.. nears.Except(fars).Where(_ => near.Length > 0).Select(address => (address, near)), .. hosts.Where(host => !nears.Contains(host.Key)).Select(host => (host.Key, host.Value))];

    /// <summary>Sockets for both versions show IPv4 addresses inside IPv6 ones.</summary>
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
