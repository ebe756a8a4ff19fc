namespace PhoneSim.Fleet.Measure;

/// <summary>Boots of one loop, counted. Written by the loop's thread; <see cref="Counts"/> may be read from any.</summary>
/// <param name="phones">That belong to the loop.</param>
internal sealed class LoopTally(int phones)
{
    private readonly long[] verdicts = new long[Enum.GetValues<FleetVerdict>().Length];
    private long started;
    private long underWay;

    public long UnderWay => Volatile.Read(ref underWay);

    public FleetCounts Counts => new()
    {
        Phones = phones,
        Started = Volatile.Read(ref started),
        UnderWay = UnderWay,
        Boots = Enum.GetValues<FleetVerdict>().Where(v => Volatile.Read(ref verdicts[(int)v]) > 0).ToDictionary(v => v, v => Volatile.Read(ref verdicts[(int)v])),
    };

    public void Began()
    {
        Volatile.Write(ref started, started + 1);
        Volatile.Write(ref underWay, underWay + 1);
        FleetMetrics.Began();
    }

    public void Rested(FleetVerdict verdict)
    {
        Volatile.Write(ref underWay, underWay - 1);
        ref long count = ref verdicts[(int)verdict];
        Volatile.Write(ref count, count + 1);
        FleetMetrics.Rested(verdict);
    }
}
