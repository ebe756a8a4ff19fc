using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace PhoneSim.Formats.Tlv;

/// <summary>Writes tag, length, value, one behind the other.</summary>
public sealed class TlvWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public int Length => bytes.WrittenCount;

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    /// <exception cref="ArgumentException">More than 65535 bytes of value.</exception>
    public TlvWriter Add(byte tag, ReadOnlySpan<byte> value)
    {
        if (value.Length > ushort.MaxValue)
            throw new ArgumentException($"element {tag} holds {value.Length} bytes, more than 65535", nameof(value));
        Span<byte> head = bytes.GetSpan(3);
        head[0] = tag;
        BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)value.Length);
        bytes.Advance(3);
        bytes.Write(value);
        return this;
    }

    public TlvWriter AddByte(byte tag, byte value) => Add(tag, [value]);

    public TlvWriter AddUInt16(byte tag, int value) => Add(tag, [(byte)(value >> 8), (byte)value]);

    public TlvWriter AddUInt32(byte tag, uint value) => Add(tag, [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);

    public TlvWriter AddVersion(byte tag, Version version) => Add(tag, [(byte)version.Major, (byte)version.Minor]);

    /// <summary>With its NUL.</summary>
    public TlvWriter AddText(byte tag, string text) => Add(tag, Encoding.UTF8.GetBytes(text + '\0'));

    public TlvWriter Add(byte tag, TlvWriter container) => Add(tag, container.Written);

    /// <summary>A tag without length and value.</summary>
    public TlvWriter AddBare(byte tag)
    {
        bytes.Write([tag]);
        return this;
    }

    public TlvWriter AddRaw(ReadOnlySpan<byte> raw)
    {
        bytes.Write(raw);
        return this;
    }
}
