using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet.Tests.Results;

public sealed class SloTests
{
    [Theory]
    [InlineData("p99(boot)<2s", true)]
    [InlineData("p99(boot)<1ms", false)]
    [InlineData("max(boot) < 1500us", false)]
    [InlineData("p50(boot)<1500us,failed<11%", true)]
    [InlineData("failed<10%", false)]
    [InlineData("failed<2", true)]
    [InlineData("p99(ctl)<2s", false)]
    public void Objective_IsMetOrNot(string text, bool isMet)
    {
        PhaseHistograms phases = new();
        phases.Record(Phase.Boot, TimeSpan.FromMilliseconds(1));
        phases.Record(Phase.Boot, TimeSpan.FromMilliseconds(1.9));
        Assert.True(Slo.TryParse(text, out Slo? slo));
        Assert.Equal(isMet, slo.IsMetBy(FleetMergeTests.Summary(0, 1, phases)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("p99<2s")]
    [InlineData("p101(boot)<2s")]
    [InlineData("p99(nap)<2s")]
    [InlineData("p99(boot)<2")]
    [InlineData("failed>1%")]
    public void OtherText_IsNoObjective(string text) => Assert.False(Slo.TryParse(text, out _));
}
