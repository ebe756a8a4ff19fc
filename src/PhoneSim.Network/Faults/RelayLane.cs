using System.Buffers.Binary;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Network.Faults;

/// <summary>One direction of one transfer: decides what becomes of each datagram. Not safe for concurrent use.</summary>
internal sealed class RelayLane(string file, bool toPhone, RelayChance chance)
{
    private readonly Dictionary<uint, int> seen = [];
    private readonly HashSet<uint> passed = [];
    private byte[]? held;

    public RelayStep Take(byte[] packet, RelayFaults faults)
    {
        uint identity = Identity(packet);
        seen[identity] = seen.GetValueOrDefault(identity) + 1;
        (byte[] sent, bool altered) = Altered(packet, faults);
        RelayFate fate = IsCut(packet, faults) ? RelayFate.Lost : Fate(chance.Throw(identity, seen[identity]), faults);
        IReadOnlyList<byte[]> now = Now(fate, sent);
        bool moved = now.Count > 0 && passed.Add(identity);
        return new(fate, now, fate == RelayFate.Delayed ? sent : null, moved, altered && now.Count > 0);
    }

    private IReadOnlyList<byte[]> Now(RelayFate fate, byte[] packet)
    {
        if (fate is RelayFate.Lost or RelayFate.Delayed)
            return [];
        if (fate == RelayFate.Reordered)
            return Hold(packet);
        List<byte[]> now = fate is RelayFate.Doubled or RelayFate.Foreign ? [packet, packet] : [packet];
        if (held is { } late)
            now.Add(late);
        held = null;
        return now;
    }

    private byte[][] Hold(byte[] packet)
    {
        byte[][] now = held is { } late ? [packet, late] : [];
        held = held is null ? packet : null;
        return now;
    }

    private RelayFate Fate(double die, RelayFaults faults)
    {
        (double Share, RelayFate Fate)[] shares =
        [
            (faults.Loss, RelayFate.Lost), (faults.Duplicate, RelayFate.Doubled), (faults.Reorder, RelayFate.Reordered), (faults.Delay, RelayFate.Delayed), (toPhone && passed.Count > 0 ? faults.WrongTransferId : 0, RelayFate.Foreign),
        ];
        foreach ((double share, RelayFate fate) in shares)
        {
            if (die < share)
                return fate;
            die -= share;
        }

        return RelayFate.Passed;
    }

    private bool IsCut(byte[] packet, RelayFaults faults) => toPhone && faults.Cut is { } cut && cut.Concerns(file) && IsData(packet) && Block(packet) >= cut.Block;

    private (byte[] Packet, bool IsAltered) Altered(byte[] packet, RelayFaults faults)
    {
        if (!toPhone || faults.Alter is not { } place || !place.Concerns(file) || !IsData(packet) || Block(packet) != place.Block || packet.Length == 4)
            return (packet, false);
        byte[] altered = [.. packet];
        altered[Math.Min(4 + place.Byte, packet.Length - 1)] ^= 0xFF;
        return (altered, true);
    }

    private static bool IsData(byte[] packet) => packet is [0, (byte)TftpOpcode.Data, _, _, ..];

    private static ushort Block(byte[] packet) => BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(2));

    /// <summary>Opcode and block; a retransmission has the same.</summary>
    private static uint Identity(byte[] packet) => packet is [0, (byte)TftpOpcode.Data or (byte)TftpOpcode.Acknowledgement, _, _, ..] ? BinaryPrimitives.ReadUInt32BigEndian(packet) : packet.Length > 1 ? packet[1] : 0u;
}
