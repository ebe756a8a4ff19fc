using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Network.Faults;

/// <summary>One file between a phone and a server: a port towards each, so that both see a transfer id of their own.</summary>
internal sealed class RelayedTransfer : IDisposable
{
    private readonly TftpRelay relay;
    private readonly IPEndPoint phone;
    private readonly Socket toPhone;
    private readonly Socket toServer;
    private readonly RelayLane up;
    private readonly RelayLane down;
    private readonly IPEndPoint asked;
    private readonly RelayedEnd end = new();
    private IPEndPoint server;
    private bool isFixed;
    private volatile bool isKnownToPhone;

    public RelayedTransfer(TftpRelay relay, IPEndPoint phone, IPEndPoint server, string file, int number)
    {
        (this.relay, this.phone, this.server, asked, File) = (relay, phone, server, server, file);
        toPhone = Bound(relay.EndPoint.Address);
        toServer = Bound(IPAddress.IsLoopback(server.Address) ? server.Address : server.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any);
        (up, down) = (new(file, toPhone: false, relay.Chance(number, toPhone: false)), new(file, toPhone: true, relay.Chance(number, toPhone: true)));
        _ = relay.ForwardAsync(toPhone, (_, packet) => PassUpAsync(packet, this.server));
        _ = relay.ForwardAsync(toServer, PassDownAsync);
    }

    public string File { get; }

    /// <summary>What comes from the phone's port now belongs to another transfer: the system gave the port out again.</summary>
    public bool IsOver => end.IsReached;

    public void Dispose()
    {
        toPhone.Dispose();
        toServer.Dispose();
    }

    /// <summary>The request, also when it is sent again.</summary>
    public Task PassRequestAsync(byte[] packet) => PassUpAsync(packet, asked);

    private async Task PassUpAsync(byte[] packet, IPEndPoint to)
    {
        RelayStep step;
        lock (up)
            step = up.Take(packet, relay.Rules.Faults);
        end.Note(packet);
        await SendAsync(step, TellServerAsync, TellServerAsync);

        Task<int> TellServerAsync(byte[] sent) => toServer.SendToAsync(sent, to);
    }

    /// <summary>The first answer that is not lost, late or not, fixes the server's port. A doubled request makes the server begin twice: the second transfer is refused.</summary>
    private async Task PassDownAsync(IPEndPoint from, byte[] packet)
    {
        if (isFixed && !from.Equals(server))
        {
            await RefuseAsync(from, packet);
            return;
        }

        server = from;
        RelayStep step = down.Take(packet, relay.Rules.Faults);
        isFixed |= step.Fate != RelayFate.Lost;
        if (!step.Stalls)
            end.Note(packet);
        await SendAsync(step, TellPhoneAsync, sent => relay.Foreign.SendToAsync(sent, phone));
    }

    /// <summary>A foreign port to a phone that knows the server's; one that does not would take it for the server's.</summary>
    private async Task RefuseAsync(IPEndPoint from, byte[] packet)
    {
        if (isKnownToPhone)
            await relay.Foreign.SendToAsync(packet, phone);
        if (TftpPackets.Rejection(packet) is { } answer)
            await toServer.SendToAsync(answer, from);
    }

    private Task<int> TellPhoneAsync(byte[] packet)
    {
        Task<int> sent = toPhone.SendToAsync(packet, phone);
        isKnownToPhone = true;
        return sent;
    }

    private async Task SendAsync(RelayStep step, Func<byte[], Task<int>> own, Func<byte[], Task<int>> foreign)
    {
        relay.Note(step);
        for (int i = 0; i < step.Now.Count; i++)
            await (step.Fate == RelayFate.Foreign && i == 0 ? foreign : own)(step.Now[i]);
        if (step.Later is { } late)
            _ = relay.DelayAsync(() => own(late));
    }

    private static Socket Bound(IPAddress address)
    {
        Socket socket = new(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(address, 0));
        return socket;
    }
}
