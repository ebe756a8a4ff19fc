using Microsoft.Extensions.Time.Testing;
using PhoneSim.Evidence.Scenarios.Running;

namespace PhoneSim.Evidence.Tests.Scenarios;

/// <summary>Time that jumps over waits on nothing.</summary>
public sealed class ScenarioClockTests : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider real = new();
    private readonly ScenarioClock clock;

    public ScenarioClockTests() => clock = new(real);

    public void Dispose() => clock.Dispose();

    [Fact]
    public void Flowing_ATimerComesWhenItIsDue()
    {
        Task wait = Task.Delay(TimeSpan.FromSeconds(4), clock, TestContext.Current.CancellationToken);
        real.Advance(TimeSpan.FromSeconds(3.9));
        Assert.False(wait.IsCompleted);
        real.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(wait.IsCompleted);
    }

    [Fact]
    public void Stalled_TheWaitIsOverAfterAQuietMoment_AndItsTimeHasPassed()
    {
        Task wait = Task.Delay(TimeSpan.FromSeconds(4), clock, TestContext.Current.CancellationToken);
        clock.Stalled();
        real.Advance(Quiet);
        real.Advance(TimeSpan.Zero);
        Assert.True(wait.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(4), clock.Now);
    }

    [Fact]
    public void MovedOn_NothingIsJumped()
    {
        Task wait = Task.Delay(TimeSpan.FromSeconds(4), clock, TestContext.Current.CancellationToken);
        clock.Stalled();
        clock.Moved();
        real.Advance(Quiet);
        Assert.False(wait.IsCompleted);
    }

    [Fact]
    public void Stalled_OneWaitAfterTheOther_InTheirOrder()
    {
        List<int> order = [];
        using ITimer second = clock.CreateTimer(_ => order.Add(2), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using ITimer first = clock.CreateTimer(_ => order.Add(1), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        clock.Stalled();
        real.Advance(Quiet);
        real.Advance(Quiet);
        Assert.Equal([1], order);
        real.Advance(Patience);
        real.Advance(Quiet);
        Assert.Equal([1, 2], order);
    }

    [Fact]
    public void Repeated_TheWaitIsJumpedAfterSomePatience()
    {
        Task wait = Task.Delay(TimeSpan.FromSeconds(4), clock, TestContext.Current.CancellationToken);
        clock.Repeated();
        real.Advance(Quiet);
        Assert.False(wait.IsCompleted);
        real.Advance(Patience);
        real.Advance(TimeSpan.Zero);
        Assert.True(wait.IsCompleted);
    }

    [Fact]
    public void DistantDeadline_IsNotJumpedTo()
    {
        using ITimer deadline = clock.CreateTimer(_ => Assert.Fail("jumped"), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        clock.Stalled();
        real.Advance(Quiet);
        real.Advance(Patience);
        Assert.True(clock.Now < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Period_ComesAgainAndAgain()
    {
        int count = 0;
        using ITimer timer = clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        for (int i = 0; i < 3; i++)
            real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, count);
    }
}
