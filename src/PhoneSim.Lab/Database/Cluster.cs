using PhoneSim.Formats;

namespace PhoneSim.Lab.Database;

/// <summary>What all phones of the lab share; the ports are those of the servers that ran last.</summary>
public sealed record Cluster
{
    /// <summary>Mixed mode: a CTL is offered.</summary>
    public bool MixedMode { get; init; }

    /// <summary>Of all signatures.</summary>
    public DigestAlgorithm Digest { get; init; } = DigestAlgorithm.Sha1;

    /// <summary>Of the trust lists: they are made anew only when the cluster changes, so that a phone sees the same bytes until then.</summary>
    public DateTimeOffset? TrustListsMade { get; init; }

    public string Address { get; init; } = "127.0.0.1";

    public int SipPort { get; init; } = 5060;

    public int SecuredSipPort { get; init; } = 5061;

    public int SccpPort { get; init; } = 2000;

    public int CapfPort { get; init; } = 3804;

    public int TvsPort { get; init; } = 2445;
}
