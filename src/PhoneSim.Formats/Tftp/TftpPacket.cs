using System.Buffers.Binary;
using System.Text;

namespace PhoneSim.Formats.Tftp;

/// <summary>One TFTP packet, decoded in place. Which fields mean something depends on the opcode; the rest are empty.</summary>
public readonly ref struct TftpPacket
{
    /// <summary>Our choice: no server or phone sends more.</summary>
    private const int MaxOptions = 32;

    public TftpOpcode Opcode { get; private init; }

    /// <summary>Data, Acknowledgement.</summary>
    public ushort Block { get; private init; }

    /// <summary>Data.</summary>
    public ReadOnlySpan<byte> Payload { get; private init; }

    /// <summary>Error.</summary>
    public TftpErrorCode ErrorCode { get; private init; }

    /// <summary>File name of a request, message of an error; as it came: control characters included.</summary>
    public string Text { get; private init; }

    /// <summary>Requests: <c>octet</c>, <c>netascii</c>; lower case.</summary>
    public string Mode { get; private init; }

    /// <summary>Requests and option acknowledgements; names in lower case, in the order sent.</summary>
    public IReadOnlyList<TftpOption> Options { get; private init; }

    /// <exception cref="MalformedDataException"/>
    public static TftpPacket Parse(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < 2)
            throw new MalformedDataException("a packet shorter than its opcode", 0);
        TftpOpcode opcode = (TftpOpcode)BinaryPrimitives.ReadUInt16BigEndian(packet);
        return opcode switch
        {
            TftpOpcode.Data => new() { Opcode = opcode, Block = Number(packet), Payload = packet[4..], Text = "", Mode = "", Options = [] },
            TftpOpcode.Acknowledgement => new() { Opcode = opcode, Block = Number(packet), Text = "", Mode = "", Options = [] },
            TftpOpcode.Error => Error(packet),
            TftpOpcode.ReadRequest or TftpOpcode.WriteRequest => Request(opcode, packet),
            TftpOpcode.OptionAcknowledgement => new() { Opcode = opcode, Text = "", Mode = "", Options = ReadOptions(packet, 2) },
            _ => throw new MalformedDataException($"opcode {(ushort)opcode} is not known", 0),
        };
    }

    private static TftpPacket Error(ReadOnlySpan<byte> packet)
    {
        int position = 4;
        return new()
        {
            Opcode = TftpOpcode.Error, ErrorCode = (TftpErrorCode)Number(packet), Mode = "", Options = [],
            Text = packet.Length == 4 ? "" : ReadText(packet, ref position, mustEnd: false),
        };
    }

    private static TftpPacket Request(TftpOpcode opcode, ReadOnlySpan<byte> packet)
    {
        int position = 2;
        string file = ReadText(packet, ref position);
        string mode = ReadText(packet, ref position).ToLowerInvariant();
        return new() { Opcode = opcode, Text = file, Mode = mode, Options = ReadOptions(packet, position) };
    }

    private static ushort Number(ReadOnlySpan<byte> packet) =>
        packet.Length >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(packet[2..]) : throw new MalformedDataException("a packet shorter than its number", 2);

    private static List<TftpOption> ReadOptions(ReadOnlySpan<byte> packet, int position)
    {
        List<TftpOption> options = [];
        while (position < packet.Length)
        {
            if (options.Count == MaxOptions)
                throw new MalformedDataException($"more than {MaxOptions} options", position);
            options.Add(new(ReadText(packet, ref position).ToLowerInvariant(), ReadText(packet, ref position)));
        }

        return options;
    }

    private static string ReadText(ReadOnlySpan<byte> packet, ref int position, bool mustEnd = true)
    {
        ReadOnlySpan<byte> rest = packet[position..];
        int nul = rest.IndexOf((byte)0);
        if (nul < 0 && mustEnd)
            throw new MalformedDataException("text without its NUL", position);
        ReadOnlySpan<byte> text = nul < 0 ? rest : rest[..nul];
        position += text.Length + 1;
        return Encoding.UTF8.GetString(text);
    }
}
