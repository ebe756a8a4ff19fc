using System.Net;
using System.Net.Sockets;

namespace PhoneSim.Network.Capture;

/// <summary>Opens TCP connections, captured when somebody captures.</summary>
internal sealed class TcpDialer(PacketCapture? capture)
{
    /// <exception cref="SocketException"/>
    public async Task<TcpConnection> DialAsync(string host, int port, CancellationToken cancellation)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancellation);
            NetworkStream stream = new(socket, ownsSocket: true);
            IPEndPoint? local = (IPEndPoint?)socket.LocalEndPoint;
            if (socket.RemoteEndPoint is IPEndPoint remote)
                capture?.Name(remote.Address, host);
            return new(capture?.Tap(stream, local, (IPEndPoint?)socket.RemoteEndPoint) ?? stream, local);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
