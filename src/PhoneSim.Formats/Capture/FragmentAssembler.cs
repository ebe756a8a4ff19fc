using System.Net;

namespace PhoneSim.Formats.Capture;

/// <summary>Puts fragments of IP packets together. Where they overlap, the earlier one counts; the packet opened longest ago is given up for a new one over the limit.</summary>
internal sealed class FragmentAssembler
{
    private readonly Dictionary<(IPAddress, IPAddress, byte, uint), SortedList<int, IpPart>> open = [];
    private readonly Queue<(IPAddress, IPAddress, byte, uint)> order = new();

    /// <summary>The whole packet once all of it is there.</summary>
    public IpPart? Add(IpPart part)
    {
        if (part.Offset + part.Payload.Length > Limits.IpPacketBytes)
            return null;
        (IPAddress, IPAddress, byte, uint) key = (part.From, part.To, part.Protocol, part.Identification);
        SortedList<int, IpPart> parts = PartsOf(key);
        if (parts.Count == Limits.IpFragments || !parts.TryAdd(part.Offset, part) || Length(parts) is not { } length)
            return null;
        open.Remove(key);
        return part with { Payload = Join(parts, length), Offset = 0, IsLast = true };
    }

    private SortedList<int, IpPart> PartsOf((IPAddress, IPAddress, byte, uint) key)
    {
        if (open.TryGetValue(key, out SortedList<int, IpPart>? parts))
            return parts;
        while (open.Count >= Limits.OpenIpPackets && order.TryDequeue(out (IPAddress, IPAddress, byte, uint) oldest))
            open.Remove(oldest);
        order.Enqueue(key);
        return open[key] = [];
    }

    /// <summary>Null: the end or something before it is missing.</summary>
    private static int? Length(SortedList<int, IpPart> parts)
    {
        if (!parts.Values[^1].IsLast)
            return null;
        int reached = 0;
        foreach (IpPart part in parts.Values)
            if (part.Offset > reached)
                return null;
            else
                reached = Math.Max(reached, part.Offset + part.Payload.Length);
        return reached;
    }

    private static byte[] Join(SortedList<int, IpPart> parts, int length)
    {
        byte[] whole = new byte[length];
        foreach (IpPart part in parts.Values.Reverse())
            part.Payload.CopyTo(whole.AsMemory(part.Offset));
        return whole;
    }
}
