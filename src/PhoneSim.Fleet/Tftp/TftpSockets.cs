using PhoneSim.Fleet.Loop;

namespace PhoneSim.Fleet.Tftp;

/// <summary>Gives each transfer its socket. A phone takes a new port for each file; with <paramref name="shared"/>, transfers share sockets instead and are told apart by the server's port.</summary>
internal sealed class TftpSockets(FleetLoop loop, bool shared)
{
    /// <summary>Our choice: after a server's outage thousands of requests were repeated, and the descriptors are for phones.</summary>
    private const int MostLingering = 2048;

    private readonly Queue<TftpSocket> lingering = [];
    private readonly Dictionary<int, Stack<TftpSocket>> free = new() { [Libc.Inet] = [], [Libc.Inet6] = [] };

    /// <summary>Of all transfers: one is served at a time.</summary>
    public byte[] Buffer { get; } = new byte[65536];

    /// <summary>Transfers that found no free descriptor.</summary>
    public long Missing { get; set; }

    public FleetLoop Loop => loop;

    public TftpSocket Take(LoopTransfer transfer, in PeerAddress server)
    {
        TftpSocket socket = shared && free[server.Family].TryPop(out TftpSocket? kept) ? kept : new(this, server.Family, shared);
        socket.Ask(transfer, server);
        return socket;
    }

    /// <summary>Another request may go out on it.</summary>
    public void Offer(TftpSocket socket) => free[socket.Family].Push(socket);

    /// <summary>The socket closes by itself; the oldest does so now when there are too many.</summary>
    public void Linger(TftpSocket socket)
    {
        lingering.Enqueue(socket);
        while (lingering.TryPeek(out TftpSocket? oldest) && (oldest.IsClosed || lingering.Count > MostLingering))
            lingering.Dequeue().Close();
    }
}
