namespace PhoneSim.Formats.Capture;

internal static class CaptureLimits
{
    public static uint PacketLength(uint length, int offset) => length <= Limits.CapturedPacketBytes
        ? length
        : throw new MalformedDataException($"a packet of {length} bytes; {Limits.CapturedPacketBytes} are the most", offset);

    public static void Add(List<CapturedPacket> packets, CapturedPacket packet, int offset)
    {
        if (packets.Count == Limits.CapturedPackets)
            throw new MalformedDataException($"more than {Limits.CapturedPackets} packets", offset);
        packets.Add(packet);
    }
}
