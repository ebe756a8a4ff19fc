using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Formats.Sip;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Signalling;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Network.Sip;

/// <summary>SIP over a connected UDP socket, which it owns.</summary>
internal sealed class SipDatagramChannel(Socket socket, TimeProvider time, PacketCapture? capture) : ISignallingChannel<SipMessage>
{
    /// <summary>Far above any answer to a REGISTER, and small enough for ten thousand phones; a longer datagram is cut, and thus malformed. Our choice.</summary>
    private const int DatagramBytes = 8 * 1024;

    private readonly byte[] buffer = new byte[DatagramBytes];

    public ServerEndPoint Local { get; } = StreamDialer.EndPointOf((IPEndPoint?)socket.LocalEndPoint);

    public bool IsReliable => false;

    public Task SendAsync(SipMessage message)
    {
        byte[] datagram = message.Write();
        capture?.AddDatagram((IPEndPoint)socket.LocalEndPoint!, (IPEndPoint)socket.RemoteEndPoint!, datagram);
        return SendDeadline.SendAsync(async token => await socket.SendAsync(datagram, token), time);
    }

    public async Task<SipMessage> ReceiveAsync(CancellationToken cancellation)
    {
        while (true)
            if (TryParse(await ReadAsync(cancellation)) is { } message)
                return message;
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            byte[] datagram = buffer[..await socket.ReceiveAsync(buffer, cancellation)];
            capture?.AddDatagram((IPEndPoint)socket.RemoteEndPoint!, (IPEndPoint)socket.LocalEndPoint!, datagram);
            return datagram;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.MessageSize)
        {
            return default;
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
        catch (ObjectDisposedException)
        {
            throw new IOException("the socket is closed");
        }
    }

    /// <summary>Null: no message; whoever sent it gets no answer.</summary>
    private static SipMessage? TryParse(ReadOnlyMemory<byte> datagram)
    {
        try
        {
            return SipMessage.Parse(datagram);
        }
        catch (MalformedDataException)
        {
            return null;
        }
    }
}
