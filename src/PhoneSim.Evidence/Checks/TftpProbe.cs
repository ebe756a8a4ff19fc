using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Evidence.Checks;

/// <summary>Packets by hand, for what a well-behaved client never does.</summary>
internal sealed class TftpProbe : IDisposable
{
    private readonly Socket socket;
    private readonly IPEndPoint server;
    private readonly CheckTarget target;
    private readonly byte[] buffer = new byte[65536];

    private TftpProbe(IPAddress address, CheckTarget target)
    {
        (server, this.target) = (new(address, target.Tftp.Port), target);
        socket = new(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(address.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0));
    }

    /// <summary>Where the last packet came from.</summary>
    public IPEndPoint From { get; private set; } = new(IPAddress.None, 0);

    /// <exception cref="SocketException">The name does not resolve.</exception>
    public static async Task<TftpProbe> OpenAsync(CheckTarget target, CancellationToken cancellation)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(target.Tftp.Host, cancellation);
        return new(addresses[0], target);
    }

    public void Dispose() => socket.Dispose();

    public Task AskAsync(byte[] packet) => SendAsync(packet, server);

    public Task SendAsync(byte[] packet, IPEndPoint to)
    {
        target.Network.Capture?.AddDatagram((IPEndPoint)socket.LocalEndPoint!, to, packet);
        return socket.SendToAsync(packet, SocketFlags.None, to, CancellationToken.None).AsTask();
    }

    public Task AcknowledgeAsync(ushort block) => SendAsync(TftpPackets.Acknowledgement(block), From);

    /// <summary>The next packet; null: none came within that many patiences.</summary>
    public async Task<byte[]?> ReceiveAsync(CancellationToken cancellation, int patiences = 1)
    {
        using CancellationTokenSource patience = new(target.Patience * patiences, target.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(server.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0), either.Token);
            From = (IPEndPoint)received.RemoteEndPoint;
            target.Network.Capture?.AddDatagram(From, (IPEndPoint)socket.LocalEndPoint!, buffer.AsSpan(0, received.ReceivedBytes));
            return buffer[..received.ReceivedBytes];
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public static string Describe(byte[]? packet)
    {
        if (packet is null)
            return "nothing";
        if (CheckContext.WhyMalformed(() => TftpPacket.Parse(packet)) is { } why)
            return $"a malformed packet: {why}";
        TftpPacket read = TftpPacket.Parse(packet);
        return read.Opcode switch
        {
            TftpOpcode.Data => $"DATA {read.Block}, {read.Payload.Length} bytes",
            TftpOpcode.OptionAcknowledgement => $"OACK {string.Join(", ", read.Options.Select(o => $"{o.Name}={o.Value}"))}",
            TftpOpcode.Error => $"ERROR {(int)read.ErrorCode} \"{read.Text}\"",
            _ => $"{read.Opcode}",
        };
    }
}
