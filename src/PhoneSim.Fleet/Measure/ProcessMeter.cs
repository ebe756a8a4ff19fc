using HdrHistogram;

namespace PhoneSim.Fleet.Measure;

/// <summary>What the process and its host spent from now on.</summary>
internal sealed class ProcessMeter
{
    private readonly TimeSpan cpu = Environment.CpuUsage.TotalTime;
    private readonly long drops = HostCounters.ReceiveDrops();
    private readonly int collections = GC.CollectionCount(0);
    private readonly int fullCollections = GC.CollectionCount(2);
    private readonly long allocated = GC.GetTotalAllocatedBytes();

    public SelfWatch Read(HistogramBase rounds, HistogramBase startLag, double busiest) => new()
    {
        LoopLag = Percentile(rounds),
        StartLag = Percentile(startLag),
        BusiestLoop = busiest,
        Cpu = Environment.CpuUsage.TotalTime - cpu,
        ReceiveDrops = HostCounters.ReceiveDrops() - drops,
        Collections = GC.CollectionCount(0) - collections,
        FullCollections = GC.CollectionCount(2) - fullCollections,
        Allocated = GC.GetTotalAllocatedBytes() - allocated,
        Resident = Environment.WorkingSet,
    };

    private static TimeSpan Percentile(HistogramBase histogram) => histogram.TotalCount == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds(histogram.GetValueAtPercentile(99));
}
