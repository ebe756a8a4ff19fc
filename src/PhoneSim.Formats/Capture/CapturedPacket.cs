namespace PhoneSim.Formats.Capture;

/// <param name="Bytes">From the link layer on, as far as they were captured.</param>
/// <param name="Comments">Of the packet, in order; as they came: control characters included.</param>
public sealed record CapturedPacket(DateTimeOffset Time, LinkType Link, ReadOnlyMemory<byte> Bytes, IReadOnlyList<string> Comments);
