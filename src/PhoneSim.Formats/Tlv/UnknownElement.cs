namespace PhoneSim.Formats.Tlv;

/// <summary>An element whose tag this library does not know, kept as it came.</summary>
/// <param name="Offset">Of the tag, from the first byte of the file.</param>
public sealed record UnknownElement(byte Tag, int Offset, ReadOnlyMemory<byte> Value);
