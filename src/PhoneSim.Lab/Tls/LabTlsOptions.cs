using PhoneSim.Network.Tls;

namespace PhoneSim.Lab.Tls;

/// <summary>What a TLS server of the lab accepts.</summary>
public sealed record LabTlsOptions
{
    public TlsVersion Minimum { get; init; } = TlsVersion.Tls10;

    /// <summary>TLS 1.2 at most.</summary>
    public TlsVersion Maximum { get; init; } = TlsVersion.Tls12;

    public bool AsksClientCertificate { get; init; }

    /// <summary>Each client certificate shown, DER; called on any thread.</summary>
    public Action<ReadOnlyMemory<byte>>? ClientCertificateSeen { get; init; }
}
