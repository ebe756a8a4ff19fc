namespace PhoneSim.Formats.Capf;

/// <summary>What a phone adds to its AUTH response to authenticate by an existing certificate.</summary>
/// <param name="Certificate">LSC or MIC, DER.</param>
/// <param name="Sha1Signature">Over device name, NUL and certificate.</param>
/// <param name="Sudi">RSA only; null for an EC certificate.</param>
public sealed record CapfCertificateProof(ReadOnlyMemory<byte> Certificate, ReadOnlyMemory<byte> Sha1Signature, CapfSha2SignedData Sha2Signature, CapfSudiData? Sudi);
