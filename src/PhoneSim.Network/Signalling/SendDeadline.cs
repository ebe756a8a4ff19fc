using System.Net.Sockets;

namespace PhoneSim.Network.Signalling;

internal static class SendDeadline
{
    /// <summary>A message is small: a peer that takes none of it for so long is gone. Our choice.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="IOException"/>
    public static async Task SendAsync(Func<CancellationToken, ValueTask> send, TimeProvider time)
    {
        using CancellationTokenSource patience = new(Patience, time);
        try
        {
            await send(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new IOException($"nothing could be sent for {Patience.TotalSeconds} s");
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
        catch (ObjectDisposedException)
        {
            throw new IOException("the connection is closed");
        }
    }
}
