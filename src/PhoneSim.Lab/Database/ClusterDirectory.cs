using PhoneSim.Formats.TrustLists;
using PhoneSim.Lab.Pki;
using PhoneSim.Lab.Tvs;

namespace PhoneSim.Lab.Database;

/// <summary>What the lab's TVS vouches for: the cluster's own certificates, and those of clusters that were imported.</summary>
public sealed class ClusterDirectory(LabPki own, params IReadOnlyList<LabPki> imported) : ITvsDirectory
{
    public IReadOnlyCollection<TvsEntry> Entries { get; } = [.. imported.Prepend(own).SelectMany(Of)];

    private static IEnumerable<TvsEntry> Of(LabPki pki) =>
    [
        new(pki.Sast.Certificate.RawDataMemory, [TrustRole.Sast]),
        new(pki.Cucm.Certificate.RawDataMemory, [TrustRole.CcmTftp]),
        new(pki.CucmEc.RawDataMemory, [TrustRole.Tftp]),
        new(pki.Capf.Certificate.RawDataMemory, [TrustRole.Capf]),
    ];
}
