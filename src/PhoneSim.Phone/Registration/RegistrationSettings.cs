namespace PhoneSim.Phone.Registration;

/// <summary>Waits and limits of registrations.</summary>
public sealed record RegistrationSettings
{
    /// <summary>A refresh is sent so long before the end (observed: <c>timerRegisterDelta</c>).</summary>
    public TimeSpan RefreshDelta { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>First retransmission over UDP, doubled up to <see cref="T2"/> (RFC 3261 section 17.1.2).</summary>
    public TimeSpan T1 { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan T2 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>For a final answer: 64 times T1 (RFC 3261 timer F). For an SCCP register handshake too (assumed).</summary>
    public TimeSpan AnswerDeadline { get; init; } = TimeSpan.FromSeconds(32);

    /// <summary>For connection and TLS handshake; our choice.</summary>
    public TimeSpan ConnectDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For taking leave; our choice, since nobody waits for it at a power switch.</summary>
    public TimeSpan UnregisterDeadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Challenges answered in one registration; our choice: the first, and a stale nonce or two.</summary>
    public int MaxChallenges { get; init; } = 3;

    /// <summary>SCCP keep-alives without an answer before the registration counts as lost (assumed).</summary>
    public int MissedKeepAlives { get; init; } = 3;

    /// <summary>Between two attempts to get back to a call manager of higher priority (assumed).</summary>
    public TimeSpan FallBackInterval { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Before a phone that no call manager registers starts again: 120 to 180 s by chance (observed in the vendor's SIP stack).</summary>
    public TimeSpan RetryFrom { get; init; } = TimeSpan.FromSeconds(120);

    public TimeSpan RetryTo { get; init; } = TimeSpan.FromSeconds(180);
}
