using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.Phone.Flash;

/// <summary>An MIC or LSC with its private key, imported once and kept (an import costs more than a decryption, shared/tech.md 5).</summary>
public sealed class DeviceCertificate
{
    private const string RsaKey = "1.2.840.113549.1.1.1";

    private readonly Lazy<string> md5;

    private DeviceCertificate(X509Certificate2 certificate, RSA? rsa, ECDsa? ec)
    {
        (Certificate, Rsa, Ec) = (certificate, rsa, ec);
        md5 = new(() => Convert.ToHexStringLower(MD5.HashData(certificate.RawDataMemory.Span)));
    }

    /// <summary>Public part only.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Null for an EC certificate.</summary>
    public RSA? Rsa { get; }

    /// <summary>Null for an RSA certificate.</summary>
    public ECDsa? Ec { get; }

    /// <summary>MD5 of the DER, lower-case hex: what <c>certHash</c> is compared with.</summary>
    public string Md5 => md5.Value;

    public int KeyBits => Rsa?.KeySize ?? Ec!.KeySize;

    /// <summary>Reads a PEM with one certificate and its private key (PKCS#8, PKCS#1 or SEC1).</summary>
    /// <exception cref="CryptographicException">No certificate, no key, or they do not belong together.</exception>
    public static DeviceCertificate FromPem(string pem)
    {
        X509Certificate2 certificate = X509Certificate2.CreateFromPem(pem);
        AsymmetricAlgorithm key = certificate.GetKeyAlgorithm() == RsaKey ? RSA.Create() : ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException("not one private key of the certificate's kind", e);
        }

        return Pair(certificate, key);
    }

    /// <summary>Pairs a certificate with the private key it was issued for; takes over the key.</summary>
    /// <exception cref="CryptographicException">They do not belong together.</exception>
    public static DeviceCertificate Create(X509Certificate2 certificate, AsymmetricAlgorithm privateKey) =>
        Pair(X509CertificateLoader.LoadCertificate(certificate.RawData), privateKey);

    /// <summary>Certificate and PKCS#8 private key, in clear: for flash only.</summary>
    public string ToPem() =>
        Certificate.ExportCertificatePem() + "\n" + (Rsa?.ExportPkcs8PrivateKeyPem() ?? Ec!.ExportPkcs8PrivateKeyPem()) + "\n";

    private static DeviceCertificate Pair(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo())
            ? new(certificate, key as RSA, key as ECDsa)
            : throw new CryptographicException("the certificate was issued for another key");
}
