namespace PhoneSim.Formats.Capf;

/// <summary>What a phone adds to its AUTH response to authenticate by an existing certificate.</summary>
/// <param name="Certificate">LSC or MIC, DER.</param>
/// <param name="Sha1Signature">Over device name, NUL and certificate.</param>
/// <param name="Sha2Signature">Over the same; null when the key is too short for the hash (RSA-512).</param>
/// <param name="Sudi">RSA only; null for an EC certificate and for RSA-512.</param>
public sealed record CapfCertificateProof(ReadOnlyMemory<byte> Certificate, ReadOnlyMemory<byte> Sha1Signature, CapfSha2SignedData? Sha2Signature, CapfSudiData? Sudi);
