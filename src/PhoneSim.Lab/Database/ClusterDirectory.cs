using PhoneSim.Formats.TrustLists;
using PhoneSim.Lab.Pki;
using PhoneSim.Lab.Tvs;

namespace PhoneSim.Lab.Database;

/// <summary>What the lab's TVS vouches for: the cluster's own certificates.</summary>
public sealed class ClusterDirectory(LabPki pki) : ITvsDirectory
{
    public IReadOnlyCollection<TvsEntry> Entries { get; } =
    [
        new(pki.Sast.Certificate.RawDataMemory, [TrustRole.Sast]),
        new(pki.Cucm.Certificate.RawDataMemory, [TrustRole.CcmTftp]),
        new(pki.CucmEc.RawDataMemory, [TrustRole.Tftp]),
        new(pki.Capf.Certificate.RawDataMemory, [TrustRole.Capf]),
    ];
}
