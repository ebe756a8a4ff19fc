using System.Text.Json;

namespace PhoneSim.Cli.Tests.Fleets;

public sealed class FleetCommandTests : IAsyncDisposable
{
    private readonly FleetSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Summary_SaysWhatHappenedAndWhatItCost()
    {
        JsonElement summary = (await site.RunAsync($"fleet {site.Options} --json")).Json;
        Assert.Equal(FleetSite.Phones, summary.GetProperty("verdicts").GetProperty("configured").GetInt32());
        Assert.True(summary.GetProperty("self").GetProperty("allocatedBytes").GetInt64() > 0);
        Assert.True(summary.GetProperty("self").GetProperty("fullCollections").GetInt32() <= summary.GetProperty("self").GetProperty("collections").GetInt32());
    }

    [Fact]
    public async Task Shards_ByIndexVariable_MergeToTheWhole()
    {
        foreach (int index in Enumerable.Range(0, 3))
            await site.RunAsync($"fleet {site.Options} --shard {index}/3 --summary {site.PathOf($"{index}.json")} --hlog {site.PathOf($"{index}.hlog")}");
        CommandLine.Run merged = await site.RunAsync($"merge {site.PathOf("0.json")} {site.PathOf("1.json")} {site.PathOf("2.json")} --slo failed<1 --junit {site.PathOf("junit.xml")} --html {site.PathOf("fleet.html")}");
        Assert.Contains($"verdicts: configured {FleetSite.Phones}", merged.Output, StringComparison.Ordinal);
        Assert.Contains("slo met: failed<1", merged.Error, StringComparison.Ordinal);
        Assert.Contains("Tag=boot,", await File.ReadAllTextAsync(site.PathOf("0.hlog"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_OfPartOfTheShards_SaysWhichIsMissing()
    {
        await site.RunAsync($"fleet {site.Options} --shard 0/2 --summary {site.PathOf("0.json")}");
        CommandLine.Run merged = await site.RunAsync($"merge {site.PathOf("0.json")}");
        Assert.Equal((1, "phonesim: shard 1 of 2 is missing"), (merged.Code, merged.Error.Trim()));
    }

    [Fact]
    public async Task Otlp_NobodyListens_IsSaidAndSpoilsNothing()
    {
        CommandLine.Run run = await site.RunAsync($"fleet {site.Options} --otlp http://127.0.0.1:9");
        Assert.Matches("(?m)^phonesim: http://127.0.0.1:9/ did not take the metrics: Connection refused.*$", run.Error);
        Assert.Single(run.Error.Split('\n'), line => line.Contains("did not take", StringComparison.Ordinal));
        Assert.Contains($"configured {FleetSite.Phones}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindMax_NothingMeets_SaysWhatWasTriedAndFails()
    {
        CommandLine.Run run = await site.RunAsync($"fleet {site.Options} --find-max --rate 2 --duration 0.5 --slo p50(boot)<1us");
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.All((string[])["2.0/s  ", "1.0/s  ", "phonesim: no rate "], words => Assert.Contains(words, run.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--find-max", "--find-max needs --slo, for example 'p99(boot)<2s,failed<0.1%'")]
    [InlineData("--find-max --slo failed<1 --concurrency 3", "--find-max searches for a rate")]
    [InlineData("--otlp collector:4318", "http://HOST:4318 expected")]
    [InlineData("--rate 5 --concurrency 3", "exclude each other")]
    [InlineData("--shard 4/4", "I/N with I from 0 to N-1 expected")]
    public async Task Mistake_IsUsageError(string options, string words)
    {
        CommandLine.Run run = await site.RunAsync($"fleet {site.Options} {options}");
        Assert.Equal(2, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }
}
