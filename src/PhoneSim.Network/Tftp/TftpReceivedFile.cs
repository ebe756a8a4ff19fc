using System.Buffers;

namespace PhoneSim.Network.Tftp;

/// <summary>The blocks received so far, in order. They gather in a lent buffer: a file of its very size is made once, at the end.</summary>
internal sealed class TftpReceivedFile(int sizeLimit)
{
    /// <summary>Our choice: a trust list fits, a configuration with a few lines too.</summary>
    private const int FirstRoom = 16384;

    private byte[] bytes = [];
    private int length;

    /// <summary>Received, without wrap.</summary>
    public long Blocks { get; private set; }

    /// <summary>Acknowledged last, without wrap.</summary>
    public long Acknowledged { get; set; }

    public bool IsTooBig { get; private set; }

    /// <summary>The whole file; nothing can be appended afterwards.</summary>
    public ReadOnlyMemory<byte> End()
    {
        byte[] content = GC.AllocateUninitializedArray<byte>(length);
        bytes.AsSpan(0, length).CopyTo(content);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        return content;
    }

    /// <summary>The server's <c>tsize</c>: room is made once, a size over the limit ends the transfer.</summary>
    public void Announce(long size)
    {
        IsTooBig = size > sizeLimit;
        if (!IsTooBig)
            MakeRoom((int)size);
    }

    /// <summary>False: over the limit.</summary>
    public bool Append(ReadOnlySpan<byte> payload)
    {
        if (payload.Length > sizeLimit - length)
            return false;
        if (length + payload.Length > bytes.Length)
            MakeRoom(Math.Max(length + payload.Length, Math.Max(FirstRoom, bytes.Length * 2)));
        payload.CopyTo(bytes.AsSpan(length));
        length += payload.Length;
        Blocks++;
        return true;
    }

    private void MakeRoom(int size)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(size);
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
