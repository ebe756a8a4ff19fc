using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Enrolment;

/// <summary>After so many wrong authentication strings the phone takes no further one for a while (shared/spec/boot.md 6). In flash: a power cut does not end it (assumed).</summary>
/// <param name="Wrong">Wrong strings since the last right one or lock-out.</param>
public sealed record AuthStringLockout(int Wrong, DateTimeOffset Until)
{
    public static AuthStringLockout None { get; } = new(0, DateTimeOffset.MinValue);

    /// <summary>How long still; zero: not locked.</summary>
    public TimeSpan Remaining(DateTimeOffset now) => Until > now ? Until - now : TimeSpan.Zero;

    /// <summary>With a session by string counted: a wrong one adds, one that got beyond authentication starts anew, any other changes nothing.</summary>
    public AuthStringLockout After(CapfResult result, CapfProfile rules, DateTimeOffset now) =>
        result.LooksLikeWrongString ? Wrong + 1 < rules.WrongStrings ? this with { Wrong = Wrong + 1 } : new(0, now + rules.Lockout)
        : result.Operation != CapfOperation.None || result.Outcome == CapfOutcome.NoOperation ? None
        : this;
}
