namespace PhoneSim.Formats.Dissection;

/// <summary>One part of a file: an element of its header or of a record, an element of its XML, or its body.</summary>
/// <param name="Depth">0 is the outermost.</param>
/// <param name="Offset">From the first byte of the file.</param>
/// <param name="Length">In bytes, tag and length included.</param>
/// <param name="Value">In words, control characters stripped, secrets as dots; empty for a container.</param>
public sealed record FilePart(int Depth, int Offset, int Length, string Name, string Value);
