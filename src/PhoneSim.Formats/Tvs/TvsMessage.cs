using System.Buffers.Binary;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Tvs;

/// <summary>One message: 0x57, version 1, command (1), 0, session id (4, the phone's), length (2) of what follows, elements. Immutable.</summary>
public sealed record TvsMessage(TvsCommand Command, uint SessionId, IReadOnlyList<TlvElement> Elements)
{
    public const int HeaderLength = 10;

    /// <summary>Our choice, bytes after the header: a certificate of any usual size fits.</summary>
    public const int MaxBodyLength = 16384;

    private const byte Protocol = 0x57;
    private const byte ProtocolVersion = 1;

    public static TvsMessage Create(TvsCommand command, uint sessionId, params IReadOnlyList<TlvElement> elements) => new(command, sessionId, elements);

    /// <summary>How many bytes follow a header.</summary>
    /// <param name="header"><see cref="HeaderLength"/> bytes.</param>
    /// <exception cref="MalformedDataException">Not this protocol, or longer than <see cref="MaxBodyLength"/>.</exception>
    public static int ReadBodyLength(ReadOnlySpan<byte> header)
    {
        if (header.Length < HeaderLength)
        {
            throw new MalformedDataException("message ends within its header", header.Length);
        }
        int length = BinaryPrimitives.ReadUInt16BigEndian(header[8..]);
        return header[0] != Protocol ? throw new MalformedDataException($"a TVS message begins with 0x57, not 0x{header[0]:x2}", 0)
            : header[1] != ProtocolVersion ? throw new MalformedDataException($"protocol version {header[1]}, not 1", 1)
            : header[3] != 0 ? throw new MalformedDataException("fourth byte is not 0", 3)
            : length > MaxBodyLength ? throw new MalformedDataException($"message of {length} bytes, more than {MaxBodyLength}", 8)
            : length;
    }

    /// <param name="message">One whole message and nothing else.</param>
    /// <exception cref="MalformedDataException"/>
    public static TvsMessage Parse(ReadOnlyMemory<byte> message)
    {
        int length = ReadBodyLength(message.Span);
        return message.Length == HeaderLength + length
            ? new((TvsCommand)message.Span[2], BinaryPrimitives.ReadUInt32BigEndian(message.Span[4..]), TlvElements.Parse(message, HeaderLength))
            : throw new MalformedDataException($"header announces {length} bytes, {message.Length - HeaderLength} follow", 8);
    }

    public byte[] Write()
    {
        byte[] body = TlvElements.Write(Elements);
        byte[] bytes = new byte[HeaderLength + body.Length];
        (bytes[0], bytes[1], bytes[2]) = (Protocol, ProtocolVersion, (byte)Command);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), SessionId);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(8), checked((ushort)body.Length));
        body.CopyTo(bytes, HeaderLength);
        return bytes;
    }

    /// <summary>The first element with this tag.</summary>
    public TlvElement? Find(TvsTag tag) => TlvElements.Find(Elements, (byte)tag);

    /// <exception cref="MalformedDataException">There is none.</exception>
    public TlvElement Require(TvsTag tag) => Find(tag) ?? throw new MalformedDataException($"{Command} without {tag}", HeaderLength, (byte)tag);
}
