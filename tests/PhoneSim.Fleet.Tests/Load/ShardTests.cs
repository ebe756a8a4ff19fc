using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet.Tests.Load;

public sealed class ShardTests : IAsyncLifetime
{
    private readonly FleetBench bench = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task FourShards_SameVerdictForEveryMac_AsOne()
    {
        FleetResult whole = await FleetBench.RunAsync(bench.Fleet(64));
        List<FleetResult> parts = [];
        foreach (int index in Enumerable.Range(0, 4))
            parts.Add(await FleetBench.RunAsync(bench.Fleet(64) with { Shard = new(index, 4) }));
        Assert.Equal(whole.Verdicts.OrderBy(v => v.Key), parts.SelectMany(p => p.Verdicts).OrderBy(v => v.Key));
        FleetSummary merged = FleetMerge.Merge([.. parts.Select(FleetSummary.Of)]);
        Assert.Equal((FleetSummary.Of(whole).VerdictSum, 64L, 64L), (merged.VerdictSum, merged.Phones, merged.Phases[Phase.Boot].TotalCount));
    }

    [Fact]
    public void Shards_OfAnyFleet_HoldEachPhoneOnce_AndSimilarNumbers()
    {
        int[] sizes = [.. Enumerable.Range(0, 4).Select(i => Enumerable.Range(0, 10_000).Count(mac => new Shard(i, 4).Holds(0x001122000000 + (ulong)mac)))];
        Assert.Equal(10_000, sizes.Sum());
        Assert.All(sizes, size => Assert.InRange(size, 2300, 2700));
    }

    [Theory]
    [InlineData("0/1", true)]
    [InlineData("3/4", true)]
    [InlineData("4/4", false)]
    [InlineData("1", false)]
    [InlineData("-1/4", false)]
    [InlineData("a/b", false)]
    public void Text_IsAShardOrNot(string text, bool isShard) => Assert.Equal(isShard, Shard.TryParse(text, out _));
}
