using System.Net;
using System.Net.Sockets;

namespace PhoneSim.TestSupport.Servers;

/// <summary>
/// Ports of 127.0.0.1 for servers that start later, or again. They lie below those that a system gives out by itself (32768 and up on Linux): one of those could be another socket's before the server has it.
/// </summary>
public static class FreePorts
{
    private const int Lowest = 10000;
    private const int Count = 10000;

    /// <summary>Processes begin far from each other, those with neighbouring numbers too.</summary>
    private static int next = Environment.ProcessId % Count * 2053;

    /// <summary>Given out once in this process; nobody had it a moment ago, over UDP and over TCP.</summary>
    public static int Take()
    {
        int port;
        do
            port = Lowest + (int)((uint)Interlocked.Increment(ref next) % Count);
        while (!IsFree(port, SocketType.Dgram, ProtocolType.Udp) || !IsFree(port, SocketType.Stream, ProtocolType.Tcp));
        return port;
    }

    private static bool IsFree(int port, SocketType type, ProtocolType protocol)
    {
        using Socket probe = new(AddressFamily.InterNetwork, type, protocol);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
