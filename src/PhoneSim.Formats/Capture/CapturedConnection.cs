using System.Net;

namespace PhoneSim.Formats.Capture;

/// <summary>A TCP connection.</summary>
/// <param name="Client">Who opened it; when that was not captured, who sent the first packet seen.</param>
public sealed record CapturedConnection(IPEndPoint Client, IPEndPoint Server, DateTimeOffset Began)
{
    public CapturedFlow FromClient { get; } = new();

    public CapturedFlow FromServer { get; } = new();

    /// <summary>The server took it; else it was refused, or nobody answered.</summary>
    public bool IsOpen { get; private set; }

    internal uint? Opening { get; private set; }

    internal void Take(bool fromClient, TcpSegment segment, DateTimeOffset time)
    {
        if (fromClient && segment.Flags.HasFlag(TcpFlags.Syn))
            Opening ??= segment.Sequence;
        IsOpen |= segment.Payload.Length > 0 || (!fromClient && segment.Flags.HasFlag(TcpFlags.Syn));
        (fromClient ? FromClient : FromServer).Take(segment, time);
    }
}
