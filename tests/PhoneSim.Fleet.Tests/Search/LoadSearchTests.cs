using System.Text;
using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Results;
using PhoneSim.Fleet.Search;
using PhoneSim.Fleet.Tests.Results;

namespace PhoneSim.Fleet.Tests.Search;

/// <summary>The search itself, before servers that are a rule.</summary>
public sealed class LoadSearchTests
{
    private readonly List<double> tried = [];

    [Theory]
    [InlineData(812)]
    [InlineData(50)]
    [InlineData(7)]
    [InlineData(20_000)]
    public async Task Maximum_IsFoundWithinFivePercent(double limit)
    {
        FleetMaximum maximum = (await SearchAsync(rate => rate <= limit ? TrialVerdict.Met : TrialVerdict.Missed)).Summary!.Maximum!;
        Assert.InRange(maximum.Rate, limit / 1.05, limit);
        Assert.InRange(maximum.Beyond!.Value, limit, maximum.Rate * 1.05);
        Assert.Equal("server", maximum.Limit);
        Assert.InRange(tried.Count, 1, 25);
    }

    [Fact]
    public async Task OneMiss_IsTriedAgain_AndIsNoLimit()
    {
        LoadInterval found = await SearchAsync(rate => rate <= 800 && !(rate == 100 && tried.Count(t => t == 100) == 1) ? TrialVerdict.Met : TrialVerdict.Missed);
        Assert.InRange(found.Best!.Rate, 800 / 1.05, 800);
    }

    [Fact]
    public async Task BusyGenerator_IsNotTheServersLimit()
    {
        FleetMaximum maximum = (await SearchAsync(rate => rate <= 400 ? TrialVerdict.Met : TrialVerdict.Invalid)).Summary!.Maximum!;
        Assert.Equal("generator", maximum.Limit);
        Assert.StartsWith("maximum: at least 400.0/s; at 412.5/s the generator was the bottleneck", maximum.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingMeets_EndsAtTheLowestRate()
    {
        LoadInterval found = await SearchAsync(_ => TrialVerdict.Missed);
        Assert.Null(found.Summary);
        Assert.InRange(tried[^1], LoadSearch.LowestRate, 2);
    }

    [Fact]
    public async Task Stopped_WhatIsKnownStays()
    {
        FleetMaximum maximum = (await SearchAsync(rate => rate < 300 ? TrialVerdict.Met : TrialVerdict.Stopped)).Summary!.Maximum!;
        Assert.Equal((200.0, "none"), (maximum.Rate, maximum.Limit));
    }

    [Theory]
    [InlineData(FleetVerdict.NotStarted, false, TrialVerdict.Met)]
    [InlineData(FleetVerdict.NotStarted, true, TrialVerdict.Stopped)]
    [InlineData(FleetVerdict.Rejected, false, TrialVerdict.Missed)]
    public void Trial_PhonesWhoseTurnDidNotComeAreNoFailures(FleetVerdict other, bool stopped, TrialVerdict expected)
    {
        FleetSummary summary = FleetMergeTests.Summary(0, 1) with { WasStopped = stopped, Verdicts = new Dictionary<FleetVerdict, long> { [FleetVerdict.Configured] = 9, [other] = 1 } };
        Assert.True(Slo.TryParse("failed<1", out Slo? slo));
        Assert.Equal(expected, LoadTrial.Of(50, summary, slo).Verdict);
    }

    [Theory]
    [InlineData("p99(boot)<1s", TrialVerdict.Missed)]
    [InlineData("p99(boot)<1s,failed<20%", TrialVerdict.Met)]
    public void Trial_FailuresThatNoTermAllows_MissTheObjective(string objective, TrialVerdict expected)
    {
        PhaseHistograms phases = new();
        phases.Record(Phase.Boot, TimeSpan.FromMilliseconds(1));
        Assert.True(Slo.TryParse(objective, out Slo? slo));
        Assert.Equal(expected, LoadTrial.Of(50, FleetMergeTests.Summary(0, 1, phases), slo).Verdict);
    }

    [Fact]
    public void Trial_OfABusyGenerator_IsInvalidEvenWhenTheObjectiveIsMet()
    {
        FleetSummary summary = FleetMergeTests.Summary(0, 1);
        Assert.True(Slo.TryParse("failed<2", out Slo? slo));
        Assert.Equal(TrialVerdict.Invalid, LoadTrial.Of(50, summary with { Watch = summary.Watch with { BusiestLoop = 0.99 } }, slo).Verdict);
    }

    [Fact]
    public void Maximum_IsInTheSummarysTextAndJson()
    {
        FleetSummary summary = FleetMergeTests.Summary(0, 1) with { Maximum = new(800, 825, IsGenerators: false) };
        Assert.Equal("maximum: 800.0/s; 825.0/s missed the objective", FleetSummaryText.Lines(summary).First());
        Assert.Contains("\"maximum\":{\"rate\":800,\"beyond\":825,\"limit\":\"server\"}", Encoding.UTF8.GetString(FleetMergeTests.Bytes(summary)), StringComparison.Ordinal);
    }

    private Task<LoadInterval> SearchAsync(Func<double, TrialVerdict> server) => new LoadSearch(LoadSearch.DefaultRate, (rate, _) =>
    {
        tried.Add(rate);
        return Task.FromResult(new LoadTrial(rate, FleetMergeTests.Summary(0, 1), server(rate)));
    }).RunAsync(TestContext.Current.CancellationToken);
}
