using System.Buffers.Binary;

namespace PhoneSim.Formats.Capture;

/// <summary>Numbers of a capture file in the byte order of the machine that wrote it; never past the end.</summary>
internal ref struct CaptureCursor(ReadOnlyMemory<byte> file, int start, int end, bool bigEndian)
{
    public int Offset { get; private set; } = start;

    public readonly int Left => end - Offset;

    public ushort ReadUInt16()
    {
        ReadOnlySpan<byte> bytes = ReadBytes(2).Span;
        return bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    public uint ReadUInt32()
    {
        ReadOnlySpan<byte> bytes = ReadBytes(4).Span;
        return bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    public ReadOnlyMemory<byte> ReadBytes(long count)
    {
        if (count > Left)
            throw new MalformedDataException($"{count} bytes expected, {Left} are left", Offset);
        Offset += (int)count;
        return file.Slice(Offset - (int)count, (int)count);
    }

    /// <summary>As <see cref="ReadBytes"/>, then on to the next multiple of 4.</summary>
    public ReadOnlyMemory<byte> ReadPadded(long count)
    {
        ReadOnlyMemory<byte> bytes = ReadBytes(count);
        ReadBytes((4 - (count & 3)) & 3);
        return bytes;
    }
}
