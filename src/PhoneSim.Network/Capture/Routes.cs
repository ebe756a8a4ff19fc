using System.Net;
using System.Net.Sockets;

namespace PhoneSim.Network.Capture;

internal static class Routes
{
    /// <summary>The address from which this machine speaks to another; asking sends nothing. A machine without a way there gives the address that stands for none.</summary>
    public static IPAddress LocalAddress(IPAddress remote)
    {
        using Socket probe = new(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            probe.Connect(remote, 9);
            return ((IPEndPoint)probe.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return remote.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any;
        }
    }
}
