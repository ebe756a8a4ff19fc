namespace PhoneSim.Phone.Enrolment;

/// <summary>After so many wrong authentication strings the phone takes no further one for a while (shared/spec/boot.md 6). One a phone.</summary>
public sealed class AuthStringLockout(CapfOptions options, TimeProvider time)
{
    private int wrong;
    private DateTimeOffset until = DateTimeOffset.MinValue;

    /// <summary>How long still; zero: not locked.</summary>
    public TimeSpan Remaining => until - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Counts a session by string: a wrong one adds, one that got beyond authentication starts anew, any other changes nothing.</summary>
    public void Record(CapfResult result)
    {
        if (result.LooksLikeWrongString)
            wrong++;
        else if (result.Operation != CapfOperation.None || result.Outcome == CapfOutcome.NoOperation)
            wrong = 0;
        if (wrong < options.WrongStrings)
            return;
        wrong = 0;
        until = time.GetUtcNow() + options.Lockout;
    }
}
