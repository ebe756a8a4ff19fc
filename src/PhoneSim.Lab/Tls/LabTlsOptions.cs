using PhoneSim.Network.Capture;
using PhoneSim.Network.Tls;

namespace PhoneSim.Lab.Tls;

/// <summary>What a TLS server of the lab accepts.</summary>
public sealed record LabTlsOptions
{
    public TlsVersion Minimum { get; init; } = TlsVersion.Tls10;

    /// <summary>TLS 1.2 at most.</summary>
    public TlsVersion Maximum { get; init; } = TlsVersion.Tls12;

    public bool AsksClientCertificate { get; init; }

    /// <summary>Sees the bytes on the wire, of plain TCP too; null: nobody looks.</summary>
    public PacketCapture? Capture { get; init; }

    /// <summary>Receives one line in NSS key log format a connection of BouncyCastle's, on any thread; for the platform's see <see cref="PlatformKeyLog"/>.</summary>
    public Action<string>? KeyLog { get; init; }

    /// <summary>Each client certificate shown, DER; called on any thread.</summary>
    public Action<ReadOnlyMemory<byte>>? ClientCertificateSeen { get; init; }
}
