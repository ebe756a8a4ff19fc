using System.Net;
using System.Net.Sockets;

namespace PhoneSim.Network.Tests.Tftp;

/// <summary>Between one client and a server: loses, doubles and reorders datagrams of both directions by a seed.</summary>
internal sealed class FaultRelay : IAsyncDisposable
{
    private readonly UdpClient front = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient back = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource stop = new();
    private readonly Random chance;
    private readonly RelayFaults faults;
    private readonly Task[] directions;
    private IPEndPoint client = new(IPAddress.Loopback, 0);
    private IPEndPoint server;

    public FaultRelay(IPEndPoint server, RelayFaults faults, int seed)
    {
        (this.server, this.faults, chance) = (server, faults, new(seed));
        directions = [ForwardAsync(front, from => client = from, packet => back.SendAsync(packet, this.server).AsTask()), ForwardAsync(back, from => this.server = from, packet => front.SendAsync(packet, client).AsTask())];
    }

    public int Port => ((IPEndPoint)front.Client.LocalEndPoint!).Port;

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int Reordered { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(directions);
        front.Dispose();
        back.Dispose();
        stop.Dispose();
    }

    private async Task ForwardAsync(UdpClient socket, Action<IPEndPoint> remember, Func<byte[], Task> send)
    {
        byte[]? held = null;
        try
        {
            while (true)
            {
                UdpReceiveResult received = await socket.ReceiveAsync(stop.Token);
                remember(received.RemoteEndPoint);
                held = await PassAsync(received.Buffer, held, send);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    /// <returns>A datagram held back until the next one has gone; null: none.</returns>
    private async Task<byte[]?> PassAsync(byte[] packet, byte[]? held, Func<byte[], Task> send)
    {
        double dice;
        lock (chance)
            dice = chance.NextDouble();
        if (dice < faults.Loss)
        {
            Lost++;
            return held;
        }

        if (held is null && dice < faults.Loss + faults.Reorder)
        {
            Reordered++;
            return packet;
        }

        await send(packet);
        if (dice > 1 - faults.Double)
        {
            Doubled++;
            await send(packet);
        }

        if (held is not null)
            await send(held);
        return null;
    }
}

/// <param name="Loss">Share of datagrams, 0 … 1; so are the others.</param>
internal sealed record RelayFaults(double Loss = 0, double Double = 0, double Reorder = 0);
