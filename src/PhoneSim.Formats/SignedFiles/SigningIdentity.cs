using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.Formats.SignedFiles;

/// <summary>A certificate and its RSA key, as a signer of files. The key stays its owner's.</summary>
public sealed record SigningIdentity(X509Certificate2 Certificate, RSA Key)
{
    /// <summary>Reads a PEM with one certificate and its RSA key.</summary>
    /// <exception cref="CryptographicException">No certificate, no RSA key, or they do not belong together.</exception>
    public static SigningIdentity FromPem(string pem)
    {
        X509Certificate2 certificate = X509Certificate2.CreateFromPem(pem, pem);
        return new(certificate, certificate.GetRSAPrivateKey() ?? throw new CryptographicException("the key is no RSA key"));
    }
}
