using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Enrolment;

public sealed class AuthStringLockoutTests
{
    private static readonly CapfProfile Rules = new();
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly CapfResult Wrong = new(CapfOutcome.Refused, CapfOperation.None, CapfPhase.AwaitingOrder, CapfSide.Server, "") { Reason = CapfReason.Refused };
    private static readonly CapfResult Right = new(CapfOutcome.NoOperation, CapfOperation.None, CapfPhase.AwaitingOrder, CapfSide.Server, "");
    private static readonly CapfResult Lost = new(CapfOutcome.Unreachable, CapfOperation.None, CapfPhase.Connecting, CapfSide.Server, "");

    [Fact]
    public void Strings_TenWrongOnes_LockForTenMinutes()
    {
        Assert.Equal(TimeSpan.Zero, After(AuthStringLockout.None, Wrong, 9).Remaining(Now));
        AuthStringLockout locked = After(AuthStringLockout.None, Wrong, 10);
        Assert.Equal(TimeSpan.FromMinutes(10), locked.Remaining(Now));
        Assert.Equal(TimeSpan.Zero, locked.Remaining(Now.AddMinutes(10)));
    }

    [Fact]
    public void Strings_ARightOneInBetween_StartsTheCountAnew() =>
        Assert.Equal(TimeSpan.Zero, After(After(After(AuthStringLockout.None, Wrong, 9), Right, 1), Wrong, 9).Remaining(Now));

    [Fact]
    public void Strings_ThatNobodyJudged_AreNotCounted() => Assert.Equal(9, After(After(AuthStringLockout.None, Wrong, 9), Lost, 5).Wrong);

    private static AuthStringLockout After(AuthStringLockout lockout, CapfResult result, int times) =>
        Enumerable.Repeat(result, times).Aggregate(lockout, (counted, next) => counted.After(next, Rules, Now));
}
