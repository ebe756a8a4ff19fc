using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.Lab.Capf;

/// <summary>The certificate authority of the lab's CAPF: issues LSCs, and its certificate is the CAPF server's own.</summary>
public sealed class CapfAuthority : IDisposable
{
    private const int SerialLength = 16;

    private readonly TimeProvider time;

    private CapfAuthority(X509Certificate2 certificate, TimeProvider time) => (Certificate, this.time) = (certificate, time);

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <param name="pem">Certificate and RSA key.</param>
    public static CapfAuthority FromPem(string pem, TimeProvider time) => new(X509Certificate2.CreateFromPem(pem, pem), time);

    /// <summary>A self-signed one, valid from the day before for 20 years.</summary>
    public static CapfAuthority Create(string name, TimeProvider time)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new($"CN={name}, O=PhoneSim Lab", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign, critical: false));
        DateTimeOffset today = time.GetUtcNow();
        return new(request.CreateSelfSigned(today.AddDays(-1), today.AddYears(20)), time);
    }

    /// <summary>Issues an LSC, valid from the day before for five years (never longer than the authority itself).</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo DER.</param>
    /// <returns>X.509 DER.</returns>
    /// <exception cref="CryptographicException">No public key.</exception>
    public byte[] Issue(string deviceName, ReadOnlySpan<byte> publicKey)
    {
        CertificateRequest request = new(new X500DistinguishedName($"CN={deviceName}, O=PhoneSim Lab"), PublicKey.CreateFromSubjectPublicKeyInfo(publicKey, out _), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using RSA key = Certificate.GetRSAPrivateKey()!;
        X509SignatureGenerator signer = X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1);
        DateTimeOffset today = time.GetUtcNow();
        DateTimeOffset end = today.AddYears(5) < Certificate.NotAfter ? today.AddYears(5) : Certificate.NotAfter;
        using X509Certificate2 issued = request.Create(Certificate.SubjectName, signer, today.AddDays(-1), end, RandomNumberGenerator.GetBytes(SerialLength));
        return issued.RawData;
    }

    /// <summary>True when this authority's key signed the certificate.</summary>
    public bool Issued(X509Certificate2 certificate)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }

    public void Dispose() => Certificate.Dispose();
}
