using System.Net;
using System.Net.Sockets;

namespace PhoneSim.Lab;

/// <summary>
/// Ports of loopback for services that start later, or again, on the port they are known by. They lie below those that a system gives out by itself (49152 and up by RFC 6335, 32768 and up on Linux):
/// one of those could be another socket's before the service has it.
/// </summary>
public static class LastingPorts
{
    private const int Lowest = 20000;
    private const int Count = 12000;

    /// <summary>Processes begin far from each other, those with neighbouring numbers too, so that they seldom meet.</summary>
    private static int next = Environment.ProcessId % Count * 2053;

    /// <summary>Given out once in this process, until all were; nobody had it a moment ago, over UDP or TCP. From any thread.</summary>
    /// <exception cref="SocketException"><see cref="SocketError.AddressAlreadyInUse"/>: none is free.</exception>
    public static int Take()
    {
        for (int tried = 0; tried < Count; tried++)
        {
            int port = Lowest + (int)((uint)Interlocked.Increment(ref next) % Count);
            if (IsFree(port, SocketType.Dgram, ProtocolType.Udp) && IsFree(port, SocketType.Stream, ProtocolType.Tcp))
                return port;
        }

        throw new SocketException((int)SocketError.AddressAlreadyInUse);
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
