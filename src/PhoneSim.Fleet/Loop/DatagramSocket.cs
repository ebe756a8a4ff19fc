using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PhoneSim.Fleet.Loop;

/// <summary>A UDP socket on a port of its own, not blocking.</summary>
internal sealed unsafe class DatagramSocket
{
    private readonly int descriptor;

    /// <param name="local">Port 0: a free one is taken.</param>
    /// <exception cref="SocketException">No descriptors are left.</exception>
    public DatagramSocket(PeerAddress local)
    {
        descriptor = Libc.Socket(local.Family, Libc.NonBlockingDatagram, 0);
        if (descriptor < 0)
            throw new SocketException((int)SocketError.TooManyOpenSockets, "no socket is left; raise the limit of open files (ulimit -n)");
        ReportRefusals(local.Family);
        fixed (byte* address = local.Bytes)
            _ = Libc.Bind(descriptor, address, local.Length);
    }

    public void Join(FleetLoop loop, ILoopSocket owner) => loop.Add(descriptor, owner);

    public void Close(FleetLoop loop) => loop.Close(descriptor);

    /// <summary>What the kernel cannot send is lost, as on any network.</summary>
    public void Send(ReadOnlySpan<byte> packet, ref PeerAddress to)
    {
        fixed (byte* bytes = packet, address = to.Bytes)
            _ = Libc.SendTo(descriptor, bytes, packet.Length, 0, address, to.Length);
    }

    /// <returns>Length of the datagram; -1: nothing is there; -2: a datagram sent to <paramref name="from"/> came back, since nobody listens there.</returns>
    public int Receive(Span<byte> buffer, ref PeerAddress from)
    {
        int length = Receive(buffer, ref from, Libc.DontWait);
        if (length >= 0)
            return length;
        int error = Marshal.GetLastPInvokeError();
        return Receive(buffer, ref from, Libc.DontWait | Libc.ErrorQueue) >= 0 && error is Libc.ConnectionRefused or Libc.Again ? -2 : -1;
    }

    private int Receive(Span<byte> buffer, ref PeerAddress from, int flags)
    {
        int length = SocketAddressBytes.Size;
        fixed (byte* bytes = buffer, address = from.Bytes)
        {
            nint received = Libc.ReceiveFrom(descriptor, bytes, buffer.Length, flags, address, &length);
            from.Length = length;
            return (int)received;
        }
    }

    /// <summary>Linux tells an unconnected socket of "port unreachable" only when asked (ip(7) IP_RECVERR, ipv6(7) IPV6_RECVERR). Until the error queue is read, the socket counts as readable.</summary>
    private void ReportRefusals(int family)
    {
        int on = 1;
        _ = family == Libc.Inet6 ? Libc.SetOption(descriptor, 41, 25, &on, sizeof(int)) : Libc.SetOption(descriptor, 0, 11, &on, sizeof(int));
    }
}
