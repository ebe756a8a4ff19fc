using System.Text;

namespace PhoneSim.Formats.Tlv;

/// <summary>Elements one behind the other up to the last byte: the body of a CAPF or TVS message, and values nested in it.</summary>
public static class TlvElements
{
    /// <summary>Our choice; a real message holds 8 at most (shared/vectors/capf).</summary>
    public const int MaxCount = 32;

    private const int HeadLength = 3;

    /// <param name="start">Offset of the first element.</param>
    /// <exception cref="MalformedDataException"/>
    public static IReadOnlyList<TlvElement> Parse(ReadOnlyMemory<byte> message, int start)
    {
        List<TlvElement> elements = [];
        for (TlvReader reader = new(message, start, message.Length); !reader.AtEnd;)
        {
            TlvElement element = reader.Read();
            elements.Add(elements.Count < MaxCount ? element : throw element.Malformed($"more than {MaxCount} elements"));
        }
        return elements;
    }

    /// <summary>The elements within an element's value; offsets count from the first byte of the message.</summary>
    /// <exception cref="MalformedDataException"/>
    public static IReadOnlyList<TlvElement> ParseNested(TlvElement container)
    {
        int start = container.Offset + HeadLength;
        try
        {
            return [.. Parse(container.Value, 0).Select(element => element with { Offset = start + element.Offset })];
        }
        catch (MalformedDataException e)
        {
            throw new MalformedDataException(e.Reason, start + e.Offset, e.Tag);
        }
    }

    /// <summary>The first element with this tag.</summary>
    public static TlvElement? Find(IReadOnlyList<TlvElement> elements, byte tag)
    {
        foreach (TlvElement element in elements)
            if (element.Tag == tag)
                return element;
        return null;
    }

    /// <summary>What is read of the last element with this tag; those before it are read, and thereby checked, too. The default of <typeparamref name="T"/>: there is none.</summary>
    internal static T? ReadLast<T>(this List<TlvElement> elements, byte tag, Func<TlvElement, T> read)
    {
        T? last = default;
        foreach (TlvElement element in elements)
            if (element.Tag == tag)
                last = read(element);
        return last;
    }

    internal static IReadOnlyList<UnknownElement> Unknown(this List<TlvElement> elements, Predicate<byte> isUnknown) =>
        elements.Exists(e => isUnknown(e.Tag)) ? [.. elements.Where(e => isUnknown(e.Tag)).Select(e => new UnknownElement(e.Tag, e.Offset, e.Value))] : [];

    public static byte[] Write(IReadOnlyList<TlvElement> elements)
    {
        TlvWriter writer = new();
        foreach (TlvElement element in elements)
            writer.Add(element.Tag, element.Value.Span);
        return writer.Written.ToArray();
    }

    public static TlvElement Of(byte tag, ReadOnlyMemory<byte> value) => new(tag, 0, value);

    public static TlvElement OfByte(byte tag, byte value) => new(tag, 0, new[] { value });

    public static TlvElement OfUInt16(byte tag, int value) => new(tag, 0, new[] { (byte)(value >> 8), (byte)value });

    public static TlvElement OfUInt32(byte tag, uint value) => new(tag, 0, new[] { (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value });

    /// <summary>With its NUL.</summary>
    public static TlvElement OfText(byte tag, string text) => new(tag, 0, Encoding.UTF8.GetBytes(text + '\0'));
}
