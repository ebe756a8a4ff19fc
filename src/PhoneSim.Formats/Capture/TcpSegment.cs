namespace PhoneSim.Formats.Capture;

public readonly record struct TcpSegment(uint Sequence, uint Acknowledgement, TcpFlags Flags, ReadOnlyMemory<byte> Payload);
