using System.Buffers;

namespace PhoneSim.Formats.Capture;

/// <summary>One direction of a TCP connection, put in order: repeated segments count once, early ones wait for those before them.</summary>
public sealed class CapturedFlow
{
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly List<(int Start, DateTimeOffset Time)> arrivals = [];
    private readonly Dictionary<uint, ReadOnlyMemory<byte>> early = [];
    private uint? expected;

    public ReadOnlyMemory<byte> Bytes => bytes.WrittenMemory;

    /// <summary>Something in it was not captured; <see cref="Bytes"/> ends before that.</summary>
    public bool HasGap => IsCut || early.Count > 0;

    /// <summary>Longer than the limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The sender said that it had no more.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>The sender broke the connection off.</summary>
    public bool IsReset { get; private set; }

    /// <summary>When the byte at <paramref name="offset"/> came.</summary>
    public DateTimeOffset? TimeOf(int offset) => arrivals.Count == 0 ? null : arrivals.LastOrDefault(a => a.Start <= offset, arrivals[0]).Time;

    internal void Take(TcpSegment segment, DateTimeOffset time)
    {
        IsReset |= segment.Flags.HasFlag(TcpFlags.Reset);
        IsFinished |= segment.Flags.HasFlag(TcpFlags.Fin);
        if (segment.Flags.HasFlag(TcpFlags.Syn))
            expected ??= segment.Sequence + 1;
        if (segment.Payload.Length == 0)
            return;
        expected ??= segment.Sequence;
        Place(segment.Sequence + (segment.Flags.HasFlag(TcpFlags.Syn) ? 1u : 0u), segment.Payload, time);
        while (NextWaiting() is { } next && early.Remove(next, out ReadOnlyMemory<byte> waiting))
            Place(next, waiting, time);
    }

    /// <summary>An early segment whose turn has come, or that is known by now.</summary>
    private uint? NextWaiting()
    {
        foreach (uint sequence in early.Keys)
            if ((int)(sequence - expected!.Value) <= 0)
                return sequence;
        return null;
    }

    private void Place(uint sequence, ReadOnlyMemory<byte> payload, DateTimeOffset time)
    {
        int ahead = (int)(sequence - expected!.Value);
        if (ahead > 0 && early.Count < Limits.EarlySegments)
            early.TryAdd(sequence, payload);
        if (ahead > 0 || -(long)ahead >= payload.Length)
            return;
        ReadOnlySpan<byte> fresh = payload.Span[-ahead..];
        expected += (uint)fresh.Length;
        IsCut |= bytes.WrittenCount + fresh.Length > Limits.CapturedFlowBytes;
        if (IsCut)
            return;
        arrivals.Add((bytes.WrittenCount, time));
        bytes.Write(fresh);
    }
}
