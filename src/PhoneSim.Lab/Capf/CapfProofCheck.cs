using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.Capf;

namespace PhoneSim.Lab.Capf;

/// <summary>Checks a phone's proof that it holds the private key of its LSC or MIC.</summary>
internal sealed class CapfProofCheck(CapfAuthority authority, IReadOnlyList<X509Certificate2>? manufacturingRoots)
{
    /// <summary>Null: it holds. Every signature that is present must.</summary>
    public string? WhyNot(CapfAuthResponse response, uint sessionId)
    {
        if (response.Proof is not { } proof)
            return "no certificate";
        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(proof.Certificate.Span);
            return !IsBelieved(certificate, response.DeviceName) ? "the certificate's issuer is unknown, or it names another device"
                : !SignaturesHold(certificate, response, sessionId) ? "a signature does not hold"
                : null;
        }
        catch (CryptographicException e)
        {
            return e.Message;
        }
    }

    private bool IsBelieved(X509Certificate2 certificate, string deviceName) =>
        certificate.Subject.Contains(deviceName, StringComparison.Ordinal)
        && (authority.Issued(certificate) || manufacturingRoots is null || manufacturingRoots.Any(root => IsIssuedBy(certificate, root)));

    private static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 root)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(certificate);
    }

    private static bool SignaturesHold(X509Certificate2 certificate, CapfAuthResponse response, uint sessionId)
    {
        CapfCertificateProof proof = response.Proof!;
        byte[] content = CapfSignedContent.Of(response.DeviceName, proof.Certificate.Span);
        using RSA? rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
            return RsaHolds(rsa, proof, content, CapfSignedContent.OfSudi(sessionId, proof.Certificate.Span));
        using ECDsa? ec = certificate.GetECDsaPublicKey();
        return ec is not null
            && ec.VerifyData(content, proof.Sha1Signature.Span, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence)
            && proof.Sha2Signature is { } sha2
            && ec.VerifyData(content, sha2.Signature.Span, HashAlgorithmName.SHA512, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static bool RsaHolds(RSA key, CapfCertificateProof proof, byte[] content, byte[] sudi) =>
        CapfSignature.Holds(key, SHA1.HashData(content), proof.Sha1Signature.Span)
        && (proof.Sha2Signature is not { } sha2 || CapfSignature.Holds(key, SHA512.HashData(content), sha2.Signature.Span))
        && (proof.Sudi is not { } data || (CapfSignature.Holds(key, SHA1.HashData(sudi), data.Sha1Signature.Span) && CapfSignature.Holds(key, SHA512.HashData(sudi), data.Sha512Signature.Span)));
}
