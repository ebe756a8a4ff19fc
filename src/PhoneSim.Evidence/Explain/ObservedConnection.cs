using System.Net;

namespace PhoneSim.Evidence.Explain;

/// <summary>A TCP connection that carries no file in clear: CAPF, TVS, HTTPS, signalling.</summary>
/// <param name="IsOpen">The server took it.</param>
public sealed record ObservedConnection(DateTimeOffset Time, IPEndPoint Client, IPEndPoint Server, bool IsOpen)
{
    /// <summary>What stands behind the well-known port.</summary>
    public string Service => Server.Port switch
    {
        3804 => "CAPF",
        2445 => "TVS",
        6971 => "HTTPS",
        6970 => "HTTP",
        5060 => "SIP",
        5061 => "SIP over TLS",
        2000 => "SCCP",
        2443 => "SCCP over TLS",
        _ => "TCP",
    };
}
