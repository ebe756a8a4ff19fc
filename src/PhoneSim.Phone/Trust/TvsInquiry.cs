using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.Tvs;

namespace PhoneSim.Phone.Trust;

/// <summary>What TVS is asked about: a certificate the phone has, or the one of a file's signer, of which it has the names alone.</summary>
/// <param name="Certificate">X.509 DER; empty: not known.</param>
internal sealed record TvsInquiry(ReadOnlyMemory<byte> Certificate, string Subject, string Issuer, ReadOnlyMemory<byte> SerialNumber)
{
    /// <exception cref="CryptographicException">No X.509 certificate.</exception>
    public static TvsInquiry About(ReadOnlyMemory<byte> certificate)
    {
        using X509Certificate2 x509 = X509CertificateLoader.LoadCertificate(certificate.Span);
        return new(certificate, CertificateNames.Of(x509.SubjectName), CertificateNames.Of(x509.IssuerName), CertificateNames.SerialNumber(x509));
    }

    public static TvsInquiry AboutSigner(FileHeader header) => new(default, header.SignerName ?? "", header.SignerIssuer ?? "", header.SignerSerial);

    public string Key => $"{Issuer}/{Convert.ToHexString(SerialNumber.Span)}/{Convert.ToHexString(SHA256.HashData(Certificate.Span))}";

    /// <summary>The certificate may be what was asked about.</summary>
    /// <exception cref="CryptographicException">No X.509 certificate.</exception>
    public bool Fits(ReadOnlyMemory<byte> certificate)
    {
        if (!Certificate.IsEmpty)
            return Certificate.Span.SequenceEqual(certificate.Span);
        TvsInquiry other = About(certificate);
        return other.Issuer == Issuer && other.SerialNumber.Span.SequenceEqual(SerialNumber.Span);
    }

    public TvsMessage ToMessage(TvsOptions options, uint sessionId) => options.UsesQuery
        ? new TvsQueryRequest(options.DeviceName, Parts(Subject), Parts(Issuer), SerialNumber).ToMessage(sessionId)
        : new TvsVerifyRequest(options.DeviceName, Certificate).ToMessage(sessionId);

    /// <summary>Parts in the certificate's order, joined by <c>;</c> (inferred).</summary>
    private static string Parts(string name) => name.Replace(',', ';');
}
