using System.Net;
using PhoneSim.Formats.Capture;
using PhoneSim.Network.Tftp;

namespace PhoneSim.Network.Capture;

/// <summary>
/// Writes what the sockets carry as pcapng, without privileges: content and times are the sockets' own, the IP, UDP and TCP headers around them are made here. Safe from any thread.
/// The last packet is held back until the next one, so that what the phone makes of it can be noted on it.
/// </summary>
public sealed class PacketCapture : IDisposable
{
    private const int CopyAtOnce = 64 * 1024;

    private readonly Stream output;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, IPAddress> localAddresses = [];
    private readonly List<string> announced = [];
    private readonly List<string> remarks = [];
    private readonly long packetsBegin;
    private readonly CaptureNames names;
    private (DateTimeOffset Time, byte[] Bytes)? last;
    private bool isClosed;

    /// <param name="output">Can be read and sought; owned by the capture.</param>
    /// <param name="comment">Of the whole file.</param>
    /// <param name="name">Of this machine's end, for readers that show names instead of addresses; empty: none.</param>
    public PacketCapture(Stream output, string application, string comment, TimeProvider? time = null, string name = "")
    {
        (this.output, this.time, names) = (output, time ?? TimeProvider.System, new(name));
        output.Write(PcapNgBlocks.Section(application, comment));
        output.Write(PcapNgBlocks.Interface("sockets; IP, UDP and TCP headers are made by the program"));
        packetsBegin = output.Position;
    }

    /// <summary>A packet comment for the packet that comes next.</summary>
    public void Announce(string comment)
    {
        lock (gate)
            announced.Add(comment);
    }

    /// <summary>A packet comment for the last packet; for the next one when something was announced since, so that comments stay in order.</summary>
    public void Remark(string comment)
    {
        lock (gate)
            (last is null || announced.Count > 0 ? announced : remarks).Add(comment);
    }

    /// <summary>A datagram of a phone's transfer.</summary>
    public void Add(TftpPacketSeen seen)
    {
        (IPEndPoint local, IPEndPoint remote) = ((IPEndPoint)seen.Local, (IPEndPoint)seen.Remote);
        See(Concrete(local, remote), remote);
        if (seen.Direction == PacketDirection.Sent)
            AddDatagram(local, remote, seen.Bytes.Span);
        else
            AddDatagram(remote, local, seen.Bytes.Span);
    }

    /// <summary>An end that is bound to no address gets the one from which this machine reaches the other.</summary>
    public void AddDatagram(IPEndPoint from, IPEndPoint to, ReadOnlySpan<byte> payload)
    {
        if (payload.Length <= InternetPackets.LongestPayload)
            Write(InternetPackets.Udp(Concrete(from, to), Concrete(to, from), payload));
    }

    /// <summary>The stream itself with everything that goes through it captured, as seen from this end of it.</summary>
    /// <param name="accepted">The far end opened the connection.</param>
    public Stream Tap(Stream transport, IPEndPoint? near, IPEndPoint? far, bool accepted = false)
    {
        if (near is null || far is null)
            return transport;
        See(near, far);
        TcpTrace trace = new(this, near, far);
        trace.Open(byFar: accepted);
        return new TappedStream(transport, trace);
    }

    /// <summary>How the user or a configuration names a far end.</summary>
    internal void Name(IPAddress far, string host)
    {
        lock (gate)
            names.Name(far, host);
    }

    /// <summary>Puts names and TLS secrets before the packets, as readers need them, and closes the file.</summary>
    /// <param name="keyLog">NSS key log format; empty: none.</param>
    public void Close(string keyLog = "")
    {
        lock (gate)
        {
            if (isClosed)
                return;
            remarks.AddRange(announced);
            WriteLast();
            if (names.ToList() is { Count: > 0 } named)
                Insert(PcapNgBlocks.Names(named));
            if (keyLog.Length > 0)
                Insert(PcapNgBlocks.Secrets(keyLog));
            output.Dispose();
            isClosed = true;
        }
    }

    /// <summary>Why the file is not whole, such as a full disk; the phone goes on. Null: it is whole.</summary>
    public string? Failure { get; private set; }

    public void Dispose() => Close();

    internal void Write(byte[] packet)
    {
        lock (gate)
        {
            if (isClosed)
                return;
            WriteLast();
            last = (time.GetUtcNow(), packet);
            remarks.AddRange(announced);
            announced.Clear();
        }
    }

    private void WriteLast()
    {
        try
        {
            if (last is { } packet && Failure is null)
                output.Write(PcapNgBlocks.Packet(packet.Time, packet.Bytes, remarks));
        }
        catch (IOException e)
        {
            Failure = e.Message;
        }

        last = null;
        remarks.Clear();
    }

    private void See(IPEndPoint near, IPEndPoint far)
    {
        lock (gate)
            names.See(near.Address, far.Address);
    }

    private void Insert(byte[] block)
    {
        byte[] moved = new byte[CopyAtOnce];
        for (long end = output.Length; end > packetsBegin;)
        {
            int count = (int)Math.Min(moved.Length, end - packetsBegin);
            end -= count;
            output.Position = end;
            output.ReadExactly(moved, 0, count);
            output.Position = end + block.Length;
            output.Write(moved, 0, count);
        }

        output.Position = packetsBegin;
        output.Write(block);
    }

    private IPEndPoint Concrete(IPEndPoint end, IPEndPoint other) =>
        end.Address.Equals(IPAddress.Any) || end.Address.Equals(IPAddress.IPv6Any) ? new(LocalAddress(other.Address), end.Port) : end;

    private IPAddress LocalAddress(IPAddress remote)
    {
        lock (gate)
        {
            if (!localAddresses.TryGetValue(remote, out IPAddress? local))
                localAddresses[remote] = local = Routes.LocalAddress(remote);
            return local;
        }
    }
}
