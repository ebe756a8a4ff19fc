using System.Security.Cryptography;
using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Enrolment;

/// <summary>Proves the possession of an LSC or MIC (shared/spec/capf.md, certificate authentication).</summary>
public static class CapfProof
{
    public static CapfCertificateProof Of(DeviceCertificate certificate, DeviceName device, uint sessionId)
    {
        ReadOnlyMemory<byte> der = certificate.Certificate.RawDataMemory;
        byte[] content = CapfSignedContent.Of(device.ToString(), der.Span);
        return certificate.Rsa is { } rsa
            ? OfRsa(rsa, der, content, sessionId)
            : OfEc(certificate.Ec!, der, content);
    }

    private static CapfCertificateProof OfRsa(RSA key, ReadOnlyMemory<byte> der, byte[] content, uint sessionId)
    {
        byte[] sha1 = CapfSignature.Sign(key, SHA1.HashData(content));
        if (!CapfSignature.Fits(key, SHA512.HashSizeInBytes))
            return new(der, sha1, null, null);
        byte[] sudi = CapfSignedContent.OfSudi(sessionId, der.Span);
        return new(
            der,
            sha1,
            new(DigestAlgorithm.Sha512, CapfSignature.Sign(key, SHA512.HashData(content))),
            new(der, CapfSignature.Sign(key, SHA1.HashData(sudi)), CapfSignature.Sign(key, SHA512.HashData(sudi))));
    }

    private static CapfCertificateProof OfEc(ECDsa key, ReadOnlyMemory<byte> der, byte[] content) => new(
        der,
        key.SignData(content, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence),
        new(DigestAlgorithm.Sha512, key.SignData(content, HashAlgorithmName.SHA512, DSASignatureFormat.Rfc3279DerSequence)),
        null);
}
