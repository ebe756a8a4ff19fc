using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using PhoneSim.Fleet.Loop;

namespace PhoneSim.Fleet.Tftp;

/// <summary>Gives each transfer its socket. A phone takes a new port for each file; with <paramref name="shared"/>, transfers share sockets instead and are told apart by the server's port.</summary>
/// <param name="loops">That share this host's ports with this one.</param>
internal sealed class TftpSockets(FleetLoop loop, bool shared, int loops)
{
    /// <summary>
    /// Our choice, of all loops: a seventh of the 28,232 ports that Linux gives away. Without a bound, 10,000 phones before a server back from its outage took 8,500 ports (dnsmasq), and
    /// all 20,000 descriptors of the process (lab); second answers came within 2 s, and a port had that long even when 18,000 were closed before their time.
    /// </summary>
    private const int MostLingering = 4096;

    /// <summary>Our choice, of all loops: so many other ports serve between two transfers on one, and no more than twice as many stay open. To open and close a port costs as much as ten packets.</summary>
    private const int Resting = 256;

    private readonly Queue<TftpSocket> lingering = [];
    private readonly Dictionary<PeerAddress, Stack<TftpSocket>> free = [];
    private readonly Dictionary<PeerAddress, Queue<TftpSocket>> resting = [];

    /// <summary>Of all transfers: one is served at a time.</summary>
    public byte[] Buffer { get; } = new byte[65536];

    /// <summary>Transfers that found no free descriptor.</summary>
    public long Missing { get; set; }

    public FleetLoop Loop => loop;

    public TftpSocket Take(LoopTransfer transfer, in PeerAddress server)
    {
        PeerAddress local = server.Phones;
        TftpSocket socket = (shared ? At(free, local).TryPop(out TftpSocket? kept) : TryWake(local, out kept)) ? kept : new(this, local, shared);
        socket.Ask(transfer, server);
        return socket;
    }

    /// <summary>Another request may go out on it.</summary>
    public void Offer(TftpSocket socket) => At(free, socket.Local).Push(socket);

    /// <summary>Another transfer has its port later, when others have had theirs.</summary>
    public void Rest(TftpSocket socket)
    {
        Queue<TftpSocket> ports = At(resting, socket.Local);
        if (ports.Count < 2 * Resting / loops)
            ports.Enqueue(socket);
        else
            socket.Close();
    }

    /// <summary>The socket closes by itself; the oldest does so now when there are too many.</summary>
    public void Linger(TftpSocket socket)
    {
        lingering.Enqueue(socket);
        while (lingering.TryPeek(out TftpSocket? oldest) && (oldest.IsClosed || lingering.Count > MostLingering / loops))
            lingering.Dequeue().Close();
    }

    private bool TryWake(in PeerAddress local, [MaybeNullWhen(false)] out TftpSocket rested)
    {
        Queue<TftpSocket> ports = At(resting, local);
        rested = ports.Count > Resting / loops ? ports.Dequeue() : null;
        return rested is not null;
    }

    private static TPorts At<TPorts>(Dictionary<PeerAddress, TPorts> all, in PeerAddress local)
        where TPorts : new() => CollectionsMarshal.GetValueRefOrAddDefault(all, local, out _) ??= new();
}
