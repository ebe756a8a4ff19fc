using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using PhoneSim.Formats;
using PhoneSim.Lab.Database;

namespace PhoneSim.Lab.Tls;

/// <summary>Listens, accepts TLS or plain TCP, and hands each connection to a handler on a task of its own. Disposing it ends them all.</summary>
public sealed class LabTlsServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly LabTlsAcceptor? acceptor;
    private readonly LabTlsService service;
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim free;
    private readonly Task accepting;
    private int connections;

    /// <param name="endPoint">Port 0: any free one.</param>
    /// <param name="acceptor">Null: plain TCP.</param>
    public LabTlsServer(IPEndPoint endPoint, LabTlsAcceptor? acceptor, LabTlsService service)
    {
        (this.acceptor, this.service) = (acceptor, service);
        free = new(service.MaxConnections);
        listener = new(endPoint);
        listener.Start();
        EndPoint = (IPEndPoint)listener.LocalEndpoint;
        accepting = AcceptAsync();
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Open now, handshakes included.</summary>
    public int Connections => Volatile.Read(ref connections);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        for (int slot = 0; slot < service.MaxConnections; slot++)
            await free.WaitAsync();
        stopping.Dispose();
        free.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            await free.WaitAsync(CancellationToken.None);
            if (await NextAsync() is { } socket)
                _ = ServeAsync(socket);
            else
                free.Release();
        }
    }

    /// <summary>Null: the server stops, or the client was gone before it was accepted.</summary>
    private async Task<Socket?> NextAsync()
    {
        try
        {
            return await listener.AcceptSocketAsync(stopping.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            service.Ended(e);
            return null;
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref connections);
        try
        {
            using (socket)
                await ServeAsync(socket, stopping.Token);
        }
        catch (Exception e) when (e is IOException or AuthenticationException or SocketException or TimeoutException or MalformedDataException or LabException or OperationCanceledException)
        {
            service.Ended(e);
        }
        finally
        {
            Interlocked.Decrement(ref connections);
            free.Release();
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken cancellation)
    {
        socket.NoDelay = true;
        using CancellationTokenSource patience = new(service.HandshakeDeadline, service.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        await using Stream stream = acceptor is null ? new NetworkStream(socket) : await acceptor.AcceptAsync(socket, either.Token);
        await service.Serve(stream, cancellation);
    }
}
