using System.Buffers.Binary;
using System.Text;

namespace PhoneSim.Formats.Sccp;

/// <summary>Fields of fixed length, one after the other. Older servers and loads leave out the last ones.</summary>
internal ref struct SccpBody(ReadOnlySpan<byte> body)
{
    private readonly ReadOnlySpan<byte> body = body;
    private int at;

    public uint ReadNumber() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>Zero when the message ends before it.</summary>
    public uint ReadNumberOrZero() => at == body.Length ? 0 : ReadNumber();

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length > body.Length - at)
            throw new MalformedDataException($"{length} bytes expected, {body.Length - at} are left", at);
        at += length;
        return body.Slice(at - length, length);
    }

    /// <summary>ASCII up to the first NUL.</summary>
    public string ReadText(int length)
    {
        ReadOnlySpan<byte> field = Take(length);
        int end = field.IndexOf((byte)0);
        return Encoding.ASCII.GetString(end < 0 ? field : field[..end]);
    }

    public string ReadTextToEnd() => ReadText(body.Length - at);

    public static void WriteText(Span<byte> field, string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        bytes.AsSpan(0, Math.Min(bytes.Length, field.Length)).CopyTo(field);
    }
}
