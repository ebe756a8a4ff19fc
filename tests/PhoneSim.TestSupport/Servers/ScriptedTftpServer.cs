using System.Net;
using System.Net.Sockets;
using Xunit;

namespace PhoneSim.TestSupport.Servers;

/// <summary>A server that does what the test says: one socket takes requests, as many as wanted answer.</summary>
public sealed class ScriptedTftpServer : IDisposable
{
    private readonly List<UdpClient> transfers = [];

    public ScriptedTftpServer(IPAddress? address = null) => Listener = new(new IPEndPoint(address ?? IPAddress.Loopback, 0));

    /// <summary>Where requests arrive.</summary>
    public UdpClient Listener { get; }

    public int Port => ((IPEndPoint)Listener.Client.LocalEndPoint!).Port;

    /// <summary>Where the client's last packet came from.</summary>
    public IPEndPoint Client { get; private set; } = new(IPAddress.Loopback, 0);

    public async Task<byte[]> RequestAsync()
    {
        UdpReceiveResult received = await Listener.ReceiveAsync(TestContext.Current.CancellationToken);
        Client = received.RemoteEndPoint;
        return received.Buffer;
    }

    /// <summary>A transfer id of the server.</summary>
    public UdpClient Transfer()
    {
        UdpClient transfer = new(new IPEndPoint(((IPEndPoint)Listener.Client.LocalEndPoint!).Address, 0));
        transfers.Add(transfer);
        return transfer;
    }

    public Task SendAsync(UdpClient transfer, params byte[] packet) => transfer.SendAsync(packet, Client, TestContext.Current.CancellationToken).AsTask();

    public static async Task<byte[]> ReceiveAsync(UdpClient transfer) => (await transfer.ReceiveAsync(TestContext.Current.CancellationToken)).Buffer;

    public void Dispose()
    {
        Listener.Dispose();
        transfers.ForEach(transfer => transfer.Dispose());
    }
}
