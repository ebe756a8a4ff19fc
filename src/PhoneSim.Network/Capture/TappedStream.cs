namespace PhoneSim.Network.Capture;

/// <summary>A transport whose bytes are traced as they pass: sent ones before they leave, received ones when they are read.</summary>
internal sealed class TappedStream(Stream transport, TcpTrace trace) : Stream
{
    public override bool CanRead => transport.CanRead;

    public override bool CanWrite => transport.CanWrite;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Traced(buffer, await transport.ReadAsync(buffer, cancellationToken));
        }
        catch (IOException)
        {
            trace.FarBrokeOff();
            throw;
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        trace.Sent(buffer);
        return transport.WriteAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Traced(buffer.AsMemory(offset, count), transport.Read(buffer, offset, count));

    public override void Write(byte[] buffer, int offset, int count)
    {
        trace.Sent(buffer.AsMemory(offset, count));
        transport.Write(buffer, offset, count);
    }

    public override void Flush() => transport.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => transport.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        trace.Closed();
        await transport.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            trace.Closed();
            transport.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Reading nothing into an empty buffer only waits for data; into another it is the end.</summary>
    private int Traced(Memory<byte> buffer, int read)
    {
        if (read > 0)
            trace.Received(buffer[..read]);
        else if (buffer.Length > 0)
            trace.FarClosed();
        return read;
    }
}
