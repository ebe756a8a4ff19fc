using PhoneSim.Formats;

namespace PhoneSim.Lab.Database;

/// <summary>What is changed for all phones; null: stays as it is.</summary>
public sealed record LabClusterChange
{
    public bool? MixedMode { get; init; }

    /// <summary>Of all signatures.</summary>
    public DigestAlgorithm? Digest { get; init; }

    public Cluster ApplyTo(Cluster cluster) => cluster with { MixedMode = MixedMode ?? cluster.MixedMode, Digest = Digest ?? cluster.Digest };
}
