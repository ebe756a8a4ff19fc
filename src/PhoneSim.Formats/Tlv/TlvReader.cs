using System.Buffers.Binary;

namespace PhoneSim.Formats.Tlv;

/// <summary>Reads tag (1 byte), length (2 bytes, big-endian), value; never past its end, and says where it stands in the file.</summary>
public ref struct TlvReader
{
    private readonly ReadOnlyMemory<byte> file;
    private readonly int end;

    public TlvReader(ReadOnlyMemory<byte> file, int start, int end) => (this.file, Offset, this.end) = (file, start, end);

    /// <summary>Of the next byte, counted from the file's first one.</summary>
    public int Offset { get; private set; }

    public readonly bool AtEnd => Offset == end;

    public readonly byte PeekTag() => AtEnd ? throw new MalformedDataException("a tag is missing", Offset) : file.Span[Offset];

    /// <summary>Skips a byte that is a tag without length and value.</summary>
    public void SkipTag() => Offset++;

    /// <summary>The next element whole.</summary>
    public TlvElement Read()
    {
        byte tag = PeekTag();
        if (end - Offset < 3)
            throw new MalformedDataException("the length is cut off", Offset, tag);
        int length = BinaryPrimitives.ReadUInt16BigEndian(file.Span[(Offset + 1)..]);
        if (length > end - Offset - 3)
            throw new MalformedDataException($"a length of {length} runs past the end ({end - Offset - 3} bytes are left)", Offset, tag);
        TlvElement element = new(tag, Offset, file.Slice(Offset + 3, length));
        Offset += 3 + length;
        return element;
    }

    /// <summary>The head of a container: the reader goes on inside its value, whose end must not lie past this reader's.</summary>
    public void Enter()
    {
        TlvElement container = Read();
        Offset -= container.Value.Length;
    }

    /// <summary>The next element, which must be this one.</summary>
    public TlvElement Expect(byte tag, string name)
    {
        if (PeekTag() != tag)
            throw new MalformedDataException($"{name} (tag {tag}) expected", Offset, PeekTag());
        return Read();
    }
}
