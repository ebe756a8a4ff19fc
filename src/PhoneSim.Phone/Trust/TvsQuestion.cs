using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.Tvs;

namespace PhoneSim.Phone.Trust;

/// <summary>Builds the message that asks about a certificate.</summary>
internal static class TvsQuestion
{
    public static TvsMessage Verify(string deviceName, ReadOnlyMemory<byte> certificate, uint sessionId) =>
        new TvsVerifyRequest(deviceName, certificate).ToMessage(sessionId);

    /// <exception cref="System.Security.Cryptography.CryptographicException">No X.509 certificate.</exception>
    public static TvsMessage Query(string deviceName, ReadOnlyMemory<byte> certificate, uint sessionId)
    {
        using X509Certificate2 x509 = X509CertificateLoader.LoadCertificate(certificate.Span);
        return new TvsQueryRequest(deviceName, Parts(x509.SubjectName), Parts(x509.IssuerName), x509.SerialNumberBytes).ToMessage(sessionId);
    }

    /// <summary>Parts in the certificate's order, joined by <c>;</c> (inferred).</summary>
    private static string Parts(X500DistinguishedName name) =>
        name.Decode(X500DistinguishedNameFlags.UseSemicolons | X500DistinguishedNameFlags.DoNotUseQuotes).Replace("; ", ";", StringComparison.Ordinal);
}
