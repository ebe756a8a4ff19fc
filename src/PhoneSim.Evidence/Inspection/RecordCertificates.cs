using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Evidence.Inspection;

/// <summary>What is wrong with the certificates in a trust list; null: nothing, or the record has none.</summary>
internal static class RecordCertificates
{
    public static string? WhyNotItsOwn(TrustListRecord record)
    {
        if (record.Certificate.IsEmpty)
            return null;
        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(record.Certificate.Span);
            return certificate.SerialNumberBytes.Span.TrimStart((byte)0).SequenceEqual(record.SerialNumber.Span.TrimStart((byte)0)) ? null : $"{record.Role} {record.SubjectName}: the certificate has another serial number";
        }
        catch (CryptographicException e)
        {
            return $"{record.Role} {record.SubjectName}: {e.Message}";
        }
    }

    public static string? WhyOutOfDate(TrustListRecord record, DateTimeOffset now)
    {
        if (record.Certificate.IsEmpty || WhyNotItsOwn(record) is not null)
            return null;
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(record.Certificate.Span);
        return now.UtcDateTime < certificate.NotBefore.ToUniversalTime() || now.UtcDateTime > certificate.NotAfter.ToUniversalTime()
            ? $"{record.Role} {record.SubjectName}: valid {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}"
            : null;
    }
}
