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
    private bool isKnownToPhone;

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
        await SendAsync(step, toServer, toServer, to);
    }

    /// <summary>The first answer that gets to the phone fixes the server's port. A doubled request makes the server begin twice: the second transfer is a foreign port to the phone, which refuses it.</summary>
    private async Task PassDownAsync(IPEndPoint from, byte[] packet)
    {
        if (isKnownToPhone && !from.Equals(server))
        {
            await relay.Foreign.SendToAsync(packet, phone);
            if (TftpPackets.Rejection(packet) is { } answer)
                await toServer.SendToAsync(answer, from);
            return;
        }

        server = from;
        RelayStep step = down.Take(packet, relay.Rules.Faults);
        isKnownToPhone |= step.Now.Count > 0;
        if (!step.Stalls)
            end.Note(packet);
        await SendAsync(step, toPhone, relay.Foreign, phone);
    }

    private async Task SendAsync(RelayStep step, Socket own, Socket foreign, IPEndPoint to)
    {
        relay.Note(step);
        for (int i = 0; i < step.Now.Count; i++)
            await (step.Fate == RelayFate.Foreign && i == 0 ? foreign : own).SendToAsync(step.Now[i], to);
        if (step.Later is { } late)
            _ = relay.DelayAsync(() => own.SendToAsync(late, to));
    }

    private static Socket Bound(IPAddress address)
    {
        Socket socket = new(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(address, 0));
        return socket;
    }
}
