using System.Buffers.Binary;

namespace PhoneSim.Formats.Sccp;

/// <summary>
/// One SCCP message. On the wire, little-endian: length (4) of message id and body, header version (4; 0 in the register handshake), message id (4), body.
/// </summary>
public sealed record SccpMessage(SccpMessageId Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>Length and header version.</summary>
    public const int HeaderLength = 8;

    private const int IdLength = 4;

    public uint HeaderVersion { get; init; }

    /// <summary>What follows the header, message id included.</summary>
    /// <exception cref="MalformedDataException">Too short for a message id, or beyond the limit.</exception>
    public static int ReadBodyLength(ReadOnlySpan<byte> header)
    {
        uint length = header.Length >= HeaderLength ? BinaryPrimitives.ReadUInt32LittleEndian(header) : throw new MalformedDataException("the header is cut off", header.Length);
        return length is >= IdLength and <= Limits.SccpMessageBytes ? (int)length : throw new MalformedDataException($"a length of {length} is not within {IdLength} and {Limits.SccpMessageBytes}", 0);
    }

    /// <exception cref="MalformedDataException"/>
    public static SccpMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        int length = ReadBodyLength(bytes.Span);
        if (bytes.Length != HeaderLength + length)
            throw new MalformedDataException($"a length of {length}, but {bytes.Length - HeaderLength} bytes follow", 0);
        SccpMessageId id = (SccpMessageId)BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[HeaderLength..]);
        return new(id, bytes[(HeaderLength + IdLength)..]) { HeaderVersion = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[4..]) };
    }

    public byte[] Write()
    {
        byte[] bytes = new byte[HeaderLength + IdLength + Body.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)(IdLength + Body.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), HeaderVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(HeaderLength), (uint)Id);
        Body.CopyTo(bytes.AsMemory(HeaderLength + IdLength));
        return bytes;
    }
}
