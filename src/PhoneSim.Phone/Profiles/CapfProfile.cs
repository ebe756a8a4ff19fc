using PhoneSim.Formats.Capf;

namespace PhoneSim.Phone.Profiles;

/// <summary>What the load's CAPF client can do.</summary>
public sealed record CapfProfile
{
    /// <summary>Protocol version it answers with at most; servers offer 3, a client answering 2 was seen.</summary>
    public int ProtocolVersion { get; init; } = 3;

    /// <summary>Sizes of RSA keys it can make, bits.</summary>
    public IReadOnlyList<int> RsaKeyBits { get; init; } = [512, 1024, 2048, 3072, 4096];

    /// <summary>Curves of EC keys it can make; empty: RSA only. EC needs an ITL whose signer version is 1.1.</summary>
    public IReadOnlyList<CapfCurve> Curves { get; init; } = [];

    /// <summary>After a communication failure.</summary>
    public int Retries { get; init; } = 3;

    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wrong authentication strings until the phone takes no further one for <see cref="Lockout"/>.</summary>
    public int WrongStrings { get; init; } = 10;

    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(10);
}
