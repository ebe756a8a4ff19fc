namespace PhoneSim.Formats.Capture;

/// <summary>An interface of a pcapng section.</summary>
/// <param name="UnitsPerSecond">Of its time stamps.</param>
/// <param name="OffsetSeconds">To add to them.</param>
internal sealed record CaptureInterface(LinkType Link, UInt128 UnitsPerSecond, long OffsetSeconds)
{
    public DateTimeOffset TimeOf(ulong stamp, int offset)
    {
        UInt128 ticks = (UInt128)stamp * TimeSpan.TicksPerSecond / UnitsPerSecond;
        Int128 all = (Int128)ticks + ((Int128)OffsetSeconds * TimeSpan.TicksPerSecond);
        return all >= 0 && all <= DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks
            ? DateTimeOffset.UnixEpoch.AddTicks((long)all)
            : throw new MalformedDataException("a time stamp beyond the calendar", offset);
    }

    /// <summary>if_tsresol: a power of ten, or of two when the highest bit is set.</summary>
    public static UInt128 Units(byte resolution, int offset)
    {
        int power = resolution & 0x7F;
        bool two = resolution > 0x7F;
        if (power > (two ? 63 : 18))
            throw new MalformedDataException($"time stamps in units of {(two ? 2 : 10)}^-{power} s", offset);
        return two ? UInt128.One << power : Enumerable.Repeat((UInt128)10, power).Aggregate(UInt128.One, (product, ten) => product * ten);
    }
}
