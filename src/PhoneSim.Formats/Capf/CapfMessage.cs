using System.Buffers.Binary;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Capf;

/// <summary>One message: 0x55, command (1), session id (4, the server's), length (2) of what follows, elements. Immutable.</summary>
public sealed record CapfMessage(CapfCommand Command, uint SessionId, IReadOnlyList<TlvElement> Elements)
{
    public const int HeaderLength = 8;

    /// <summary>Our choice, bytes after the header; the largest message in the transcripts has 2,744.</summary>
    public const int MaxBodyLength = 16384;

    private const byte Protocol = 0x55;

    public static CapfMessage Create(CapfCommand command, uint sessionId, params IReadOnlyList<TlvElement> elements) => new(command, sessionId, elements);

    public static CapfMessage WithReason(CapfCommand command, uint sessionId, CapfReason reason) =>
        Create(command, sessionId, Byte(CapfTag.Reason, (byte)reason));

    public static TlvElement Byte(CapfTag tag, byte value) => TlvElements.OfByte((byte)tag, value);

    public static TlvElement Blob(CapfTag tag, ReadOnlyMemory<byte> value) => TlvElements.Of((byte)tag, value);

    /// <summary>How many bytes follow a header.</summary>
    /// <param name="header"><see cref="HeaderLength"/> bytes.</param>
    /// <exception cref="MalformedDataException">Not this protocol, or longer than <see cref="MaxBodyLength"/>.</exception>
    public static int ReadBodyLength(ReadOnlySpan<byte> header)
    {
        if (header.Length < HeaderLength)
        {
            throw new MalformedDataException("message ends within its header", header.Length);
        }
        int length = BinaryPrimitives.ReadUInt16BigEndian(header[6..]);
        return header[0] != Protocol ? throw new MalformedDataException($"a CAPF message begins with 0x55, not 0x{header[0]:x2}", 0)
            : length > MaxBodyLength ? throw new MalformedDataException($"message of {length} bytes, more than {MaxBodyLength}", 6)
            : length;
    }

    /// <param name="message">One whole message and nothing else.</param>
    /// <exception cref="MalformedDataException"/>
    public static CapfMessage Parse(ReadOnlyMemory<byte> message)
    {
        int length = ReadBodyLength(message.Span);
        return message.Length == HeaderLength + length
            ? new((CapfCommand)message.Span[1], BinaryPrimitives.ReadUInt32BigEndian(message.Span[2..]), TlvElements.Parse(message, HeaderLength))
            : throw new MalformedDataException($"header announces {length} bytes, {message.Length - HeaderLength} follow", 6);
    }

    public byte[] Write()
    {
        byte[] body = TlvElements.Write(Elements);
        byte[] bytes = new byte[HeaderLength + body.Length];
        (bytes[0], bytes[1]) = (Protocol, (byte)Command);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(2), SessionId);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), checked((ushort)body.Length));
        body.CopyTo(bytes, HeaderLength);
        return bytes;
    }

    /// <summary>The first element with this tag.</summary>
    public TlvElement? Find(CapfTag tag) => TlvElements.Find(Elements, (byte)tag);

    /// <exception cref="MalformedDataException">There is none.</exception>
    public TlvElement Require(CapfTag tag) => Find(tag) ?? throw new MalformedDataException($"{Command} without {tag}", HeaderLength, (byte)tag);

    /// <summary>Null: no element 1.</summary>
    /// <exception cref="MalformedDataException"/>
    public CapfReason? ReadReason() => (CapfReason?)Find(CapfTag.Reason)?.Byte();

    /// <summary>Delay of RETRY LATER. Its unit and size are in no source; assumed: seconds, 1, 2 or 4 bytes. Null: no element 12.</summary>
    /// <exception cref="MalformedDataException"/>
    public TimeSpan? ReadRetryDelay() => Find(CapfTag.RetryDelay) is { } delay
        ? TimeSpan.FromSeconds(delay.Value.Length switch { 1 => delay.Byte(), 2 => delay.UInt16(), _ => delay.UInt32() })
        : null;
}
