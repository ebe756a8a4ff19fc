using System.Net;
using PhoneSim.Formats;
using PhoneSim.Formats.Capture;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Evidence.Explain;

/// <summary>The TFTP transfers among the datagrams of a capture, on whatever port they were asked.</summary>
internal sealed class TftpTraces
{
    private readonly List<TftpTrace> all = [];
    private readonly Dictionary<IPEndPoint, TftpTrace> current = [];

    /// <summary>Ports of finished transfers whose late packets are nobody's.</summary>
    private readonly HashSet<(IPEndPoint Client, IPEndPoint Server)> finished = [];

    public static IEnumerable<ObservedRequest> Read(IEnumerable<CapturedDatagram> datagrams)
    {
        TftpTraces traces = new();
        foreach (CapturedDatagram datagram in datagrams)
            traces.Take(datagram);
        return traces.all.Select(trace => trace.Finish());
    }

    private void Take(CapturedDatagram datagram)
    {
        if (Parse(datagram.Payload.Span, out TftpPacket packet) is false)
            return;
        if (packet.Opcode == TftpOpcode.ReadRequest)
            Begin(datagram, packet.Text);
        else if (current.TryGetValue(datagram.To, out TftpTrace? asked) && !finished.Contains((datagram.To, datagram.From)))
            asked.Take(datagram, packet);
        else if (current.TryGetValue(datagram.From, out TftpTrace? asking) && !finished.Contains((datagram.From, datagram.To)))
            asking.Take(datagram, packet);
    }

    /// <summary>A client may ask its next file from the same port, or the same file because no answer had reached it yet.</summary>
    private void Begin(CapturedDatagram datagram, string file)
    {
        if (current.TryGetValue(datagram.From, out TftpTrace? before))
        {
            if (!before.IsTaken && before.File == file)
            {
                before.AskedAgain();
                return;
            }

            if (before.TransferId is { } old && !old.Equals(datagram.To))
                finished.Add((datagram.From, old));
        }

        TftpTrace trace = new(datagram, file);
        all.Add(trace);
        current[datagram.From] = trace;
    }

    private static bool Parse(ReadOnlySpan<byte> payload, out TftpPacket packet)
    {
        packet = default;
        if (payload is not [0, >= 1 and <= 6, ..])
            return false;
        try
        {
            packet = TftpPacket.Parse(payload);
            return packet.Opcode != TftpOpcode.ReadRequest || packet.Mode is "octet" or "netascii";
        }
        catch (MalformedDataException)
        {
            return false;
        }
    }
}
