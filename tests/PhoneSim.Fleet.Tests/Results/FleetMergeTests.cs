using System.Text.Json;
using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet.Tests.Results;

public sealed class FleetMergeTests
{
    [Fact]
    public void Percentiles_OfMergedShards_AreThoseOfAllSamples()
    {
        long[] samples = [.. Enumerable.Range(1, 4000).Select(i => (long)i * i)];
        PhaseHistograms all = Histograms(samples);
        FleetSummary merged = FleetMerge.Merge([.. Enumerable.Range(0, 4).Select(i => Summary(i, 4, Histograms(samples.Where((_, n) => n % 4 == i))))]);
        foreach (double percentile in new[] { 0, 50, 90, 99, 99.9, 100 })
            Assert.Equal(all[Phase.Boot].GetValueAtPercentile(percentile), merged.Phases[Phase.Boot].GetValueAtPercentile(percentile));
    }

    [Fact]
    public void File_ReadBack_IsTheSame()
    {
        FleetSummary summary = Summary(1, 4, Histograms([1, 1000, 123_456]));
        FleetSummary read = FleetSummaryJson.Read(Bytes(summary));
        Assert.Equal(Bytes(summary), Bytes(read));
        Assert.Equal((3, TimeSpan.FromSeconds(2)), (read.Phases[Phase.Boot].TotalCount, read.Watch.LastFullCollection));
    }

    [Fact]
    public void Generator_OfMergedShards_NamesTheLastFullCollectionOfAny()
    {
        SelfWatch merged = FleetMerge.Merge([Summary(0, 3), Summary(1, 3), Summary(2, 3)]).Watch;
        Assert.Equal((3, TimeSpan.FromSeconds(3)), (merged.FullCollections, merged.LastFullCollection));
    }

    [Fact]
    public void MissingShard_IsRefused() => Assert.Contains("2 of 3 is missing", Refusal(Summary(0, 3), Summary(1, 3)), StringComparison.Ordinal);

    [Fact]
    public void DoubledShard_IsRefused() => Assert.Contains("1 is there more than once", Refusal(Summary(0, 2), Summary(1, 2), Summary(1, 2)), StringComparison.Ordinal);

    [Fact]
    public void ShardsOfTwoFleets_AreRefused() => Assert.Contains("different fleets", Refusal(Summary(0, 2), Summary(1, 2) with { Fleet = "other" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"type\":\"fleet\",\"schema\":2}")]
    [InlineData("{\"type\":\"fleet\",\"schema\":1,\"phases\":{\"ctl\":{\"histogram\":\"AAAA\"}}}")]
    public void OtherFile_IsRefused(string text) => Assert.Throws<FleetDataException>(() => FleetSummaryJson.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    private static string Refusal(params FleetSummary[] shards) => Assert.Throws<FleetDataException>(() => FleetMerge.Merge(shards)).Message;

    internal static byte[] Bytes(FleetSummary summary)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
            FleetSummaryJson.Write(json, summary);
        return stream.ToArray();
    }

    private static PhaseHistograms Histograms(IEnumerable<long> microseconds)
    {
        PhaseHistograms histograms = new();
        foreach (long value in microseconds)
            histograms.Record(Phase.Boot, TimeSpan.FromMicroseconds(value));
        return histograms;
    }

    internal static FleetSummary Summary(int index, int count, PhaseHistograms? phases = null) => new()
    {
        Fleet = "fleet", Shard = new Shard(index, count), Began = DateTimeOffset.UnixEpoch, Wall = TimeSpan.FromSeconds(1 + index), Phones = 10,
        Boots = new Dictionary<FleetVerdict, long> { [FleetVerdict.Configured] = 9, [FleetVerdict.Rejected] = 1 }, Verdicts = new Dictionary<FleetVerdict, long> { [FleetVerdict.Configured] = 9, [FleetVerdict.Rejected] = 1 },
        VerdictSum = 7, Phases = phases ?? new(), Cpu = TimeSpan.FromSeconds(0.5), WasStopped = false,
        Watch = new() { LoopLag = TimeSpan.FromMilliseconds(1), StartLag = TimeSpan.Zero, BusiestLoop = 0.5, Cpu = TimeSpan.FromSeconds(0.5), ReceiveDrops = 0, FullCollections = index, LastFullCollection = index == 0 ? null : TimeSpan.FromSeconds(1 + index), Resident = 1 },
    };
}
