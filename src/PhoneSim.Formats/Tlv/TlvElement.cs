using System.Buffers.Binary;
using System.Text;

namespace PhoneSim.Formats.Tlv;

/// <param name="Offset">Of the tag, from the first byte of the file.</param>
public readonly record struct TlvElement(byte Tag, int Offset, ReadOnlyMemory<byte> Value)
{
    /// <summary>Offset behind the value.</summary>
    public int End => Offset + 3 + Value.Length;

    public byte Byte() => Sized(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Sized(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Sized(4));

    public Version Version() => new(Sized(2)[0], Sized(2)[1]);

    /// <summary>Text up to its NUL; a missing NUL is accepted, bytes behind it are not.</summary>
    public string Text()
    {
        ReadOnlySpan<byte> text = Value.Span;
        int nul = text.IndexOf((byte)0);
        if (nul >= 0 && nul != text.Length - 1)
            throw Malformed("text goes on behind its NUL");
        return Encoding.UTF8.GetString(nul < 0 ? text : text[..nul]);
    }

    public MalformedDataException Malformed(string reason) => new(reason, Offset, Tag);

    private ReadOnlySpan<byte> Sized(int size) =>
        Value.Length == size ? Value.Span : throw Malformed($"a length of {size} expected, {Value.Length} found");
}
