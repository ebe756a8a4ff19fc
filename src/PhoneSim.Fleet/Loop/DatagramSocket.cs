using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PhoneSim.Fleet.Loop;

/// <summary>A UDP socket on a port of its own, not blocking.</summary>
internal sealed unsafe class DatagramSocket
{
    private readonly int descriptor;

    /// <param name="family">Of the servers it will speak to.</param>
    /// <exception cref="SocketException">No descriptors are left.</exception>
    public DatagramSocket(int family)
    {
        descriptor = Libc.Socket(family, Libc.NonBlockingDatagram, 0);
        if (descriptor < 0)
            throw new SocketException((int)SocketError.TooManyOpenSockets, "no socket is left; raise the limit of open files (ulimit -n)");
        ReportRefusals(family);
    }

    public void Join(FleetLoop loop, ILoopSocket owner) => loop.Add(descriptor, owner);

    public void Close(FleetLoop loop) => loop.Close(descriptor);

    /// <summary>The port is taken with the first datagram. What the kernel cannot send is lost, as on any network.</summary>
    public void Send(ReadOnlySpan<byte> packet, ref PeerAddress to)
    {
        fixed (byte* bytes = packet, address = to.Bytes)
            _ = Libc.SendTo(descriptor, bytes, packet.Length, 0, address, to.Length);
    }

    /// <returns>Length of the datagram; -1: nothing is there; -2: the peer's host says that nobody listens.</returns>
    public int Receive(Span<byte> buffer, ref PeerAddress from)
    {
        int length = SocketAddressBytes.Size;
        fixed (byte* bytes = buffer, address = from.Bytes)
        {
            nint received = Libc.ReceiveFrom(descriptor, bytes, buffer.Length, Libc.DontWait, address, &length);
            from.Length = length;
            return received >= 0 ? (int)received : Marshal.GetLastPInvokeError() == Libc.ConnectionRefused ? -2 : -1;
        }
    }

    /// <summary>Linux tells an unconnected socket of "port unreachable" only when asked (ip(7) IP_RECVERR, ipv6(7) IPV6_RECVERR).</summary>
    private void ReportRefusals(int family)
    {
        int on = 1;
        _ = family == Libc.Inet6 ? Libc.SetOption(descriptor, 41, 25, &on, sizeof(int)) : Libc.SetOption(descriptor, 0, 11, &on, sizeof(int));
    }
}
