namespace PhoneSim.Network.Tftp;

/// <summary>The blocks received so far, in order.</summary>
internal sealed class TftpReceivedFile(int sizeLimit)
{
    private byte[] bytes = [];
    private int length;

    /// <summary>Received, without wrap.</summary>
    public long Blocks { get; private set; }

    /// <summary>Acknowledged last, without wrap.</summary>
    public long Acknowledged { get; set; }

    public bool IsTooBig { get; private set; }

    public ReadOnlyMemory<byte> Content => bytes.AsMemory(0, length);

    /// <summary>The server's <c>tsize</c>: room is made once, a size over the limit ends the transfer.</summary>
    public void Announce(long size)
    {
        IsTooBig = size > sizeLimit;
        if (!IsTooBig)
            bytes = new byte[size];
    }

    /// <summary>False: over the limit.</summary>
    public bool Append(ReadOnlySpan<byte> payload)
    {
        if (payload.Length > sizeLimit - length)
            return false;
        if (length + payload.Length > bytes.Length)
            Array.Resize(ref bytes, Math.Min(sizeLimit, Math.Max(length + payload.Length, Math.Max(4096, bytes.Length * 2))));
        payload.CopyTo(bytes.AsSpan(length));
        length += payload.Length;
        Blocks++;
        return true;
    }
}
