namespace PhoneSim.Formats;

/// <summary>The only exception that any parser of this library raises for bytes from outside.</summary>
/// <param name="reason">What is wrong, as a phrase without a full stop.</param>
/// <param name="offset">Where, counted from the first byte of the file or message.</param>
/// <param name="tag">The TLV tag concerned, or null where the format has none.</param>
/// <param name="inner">Of XML: the <see cref="System.Xml.XmlException"/> with line and column.</param>
public sealed class MalformedDataException(string reason, int offset, byte? tag = null, Exception? inner = null)
    : Exception(tag is null ? $"{reason} at offset {offset}" : $"{reason} at offset {offset}, tag {tag}", inner)
{
    public string Reason { get; } = reason;

    public int Offset { get; } = offset;

    public byte? Tag { get; } = tag;
}
