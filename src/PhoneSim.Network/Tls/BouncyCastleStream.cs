using Org.BouncyCastle.Tls;

namespace PhoneSim.Network.Tls;

/// <summary>BouncyCastle's TLS, client or server, as an asynchronous stream over another: no thread waits. One reader and one writer at a time.</summary>
public sealed class BouncyCastleStream(Stream transport, TlsProtocol protocol, TimeProvider time) : Stream
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim writing = new(1);
    private readonly byte[] incoming = new byte[16 * 1024];

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>After the protocol's Connect or Accept.</summary>
    /// <exception cref="IOException">The handshake failed; an alert has been sent.</exception>
    public async Task HandshakeAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation);
        while (protocol.IsHandshaking)
            await ReceiveAsync(cancellation);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (TryRead(buffer.Span) is { } read)
                return read;
            await ReceiveAsync(cancellationToken);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        lock (gate)
            protocol.WriteApplicationData(buffer.Span);
        await FlushAsync(cancellationToken);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (TakeOutput() is { Length: > 0 } output)
                await transport.WriteAsync(output, cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");

    public override void Flush() => throw new NotSupportedException("asynchronous only");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Says close_notify when the transport takes it within a moment.</summary>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            lock (gate)
                protocol.Close();
            using CancellationTokenSource patience = new(Farewell, time);
            await FlushAsync(patience.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side is gone already: there is nobody to say good-bye to.
        }
        await transport.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            transport.Dispose();
            writing.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>Null: nothing there yet. 0: the other side has closed.</summary>
    private int? TryRead(Span<byte> buffer)
    {
        lock (gate)
        {
            int count = Math.Min(buffer.Length, protocol.GetAvailableInputBytes());
            if (count == 0)
                return protocol.IsClosed || buffer.Length == 0 ? 0 : null;
            byte[] content = new byte[count];
            count = protocol.ReadInput(content, 0, count);
            content.AsSpan(0, count).CopyTo(buffer);
            return count;
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellation)
    {
        int count = await transport.ReadAsync(incoming, cancellation);
        try
        {
            Offer(count);
        }
        finally
        {
            await FlushAsync(cancellation);
        }
    }

    private void Offer(int count)
    {
        lock (gate)
        {
            if (count == 0)
                protocol.CloseInput();
            else
                protocol.OfferInput(incoming, 0, count);
        }
    }

    private byte[] TakeOutput()
    {
        lock (gate)
        {
            byte[] output = new byte[protocol.GetAvailableOutputBytes()];
            protocol.ReadOutput(output, 0, output.Length);
            return output;
        }
    }
}
