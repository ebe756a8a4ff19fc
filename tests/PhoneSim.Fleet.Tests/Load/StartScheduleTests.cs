using PhoneSim.Fleet.Load;

namespace PhoneSim.Fleet.Tests.Load;

public sealed class StartScheduleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 1)]
    [InlineData(250, 2.5)]
    public void Rate_SpreadsStartsEvenly(long boot, double seconds) => Assert.Equal(seconds, Start(new() { Rate = 100 }, boot), 6);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(125, 5)]
    [InlineData(500, 10)]
    [InlineData(600, 11)]
    public void Ramp_RisesFromZeroToTheRate(long boot, double seconds) => Assert.Equal(seconds, Start(new() { Rate = 100, Ramp = TimeSpan.FromSeconds(10) }, boot), 6);

    [Fact]
    public void PowerCut_EveryPhoneAtOnce() => Assert.Equal(0, Start(new(), 9_999));

    [Fact]
    public void Jitter_DependsOnSeedAndMacOnly()
    {
        FleetLoad load = new() { Jitter = TimeSpan.FromSeconds(2) };
        Assert.Equal(new StartSchedule(load).Of(1, new(7, 42)), new StartSchedule(load).Of(99, new(7, 42)));
        Assert.NotEqual(new StartSchedule(load).Of(1, new(7, 42)), new StartSchedule(load).Of(1, new(8, 42)));
        Assert.All(Enumerable.Range(0, 1000), mac => Assert.InRange(new StartSchedule(load).Of(0, new(7, (ulong)mac)).TotalSeconds, 0, 2));
    }

    private static double Start(FleetLoad load, long boot) => new StartSchedule(load).Of(boot, new(1, 2)).TotalSeconds;
}
