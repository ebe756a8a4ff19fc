namespace PhoneSim.Network;

/// <summary>Reads one message of a protocol whose header says how long the body is, however the bytes are cut into records.</summary>
public static class FramedMessage
{
    /// <param name="bodyLength">Reads it from the header, and throws when it is beyond the protocol's limit.</param>
    /// <exception cref="EndOfStreamException">Closed before the message was whole.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, int headerLength, Func<byte[], int> bodyLength, CancellationToken cancellation)
    {
        byte[] header = new byte[headerLength];
        await stream.ReadExactlyAsync(header, cancellation);
        byte[] message = [.. header, .. new byte[bodyLength(header)]];
        await stream.ReadExactlyAsync(message.AsMemory(headerLength), cancellation);
        return message;
    }
}
