using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Enrolment;

/// <summary>Numbers of the enrolment; shared/spec/capf.md where it names them, else our choice.</summary>
public sealed record CapfOptions
{
    public static CapfOptions Of(CapfProfile profile) => new()
    {
        Version = (byte)profile.ProtocolVersion,
        Retries = profile.Retries,
        RetryInterval = profile.RetryInterval,
    };

    /// <summary>Protocol version the load speaks; the answer is the lower of this and the server's.</summary>
    public byte Version { get; init; } = 3;

    /// <summary>Connection with TLS handshake and the verdict on the server's certificate.</summary>
    public TimeSpan ConnectDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From one message to the next, whole.</summary>
    public TimeSpan MessageDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Real phones need up to half an hour for a large key.</summary>
    public TimeSpan KeyDeadline { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Messages from the server in one session; the longest transcript has four.</summary>
    public int MaxMessages { get; init; } = 32;

    /// <summary>After a communication failure.</summary>
    public int Retries { get; init; } = 3;

    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>RETRY LATER may ask for any delay; the phone waits no longer than this.</summary>
    public TimeSpan RetryLaterCap { get; init; } = TimeSpan.FromMinutes(10);
}
