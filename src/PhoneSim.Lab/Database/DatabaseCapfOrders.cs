using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.Capf;
using PhoneSim.Lab.Capf;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Lab.Database;

/// <summary>The orders on the Phone Configuration windows. A session that ended well clears its order, and from then on files are encrypted for the certificate it brought.</summary>
public sealed class DatabaseCapfOrders(PhoneDatabase database, Action<CapfReport>? observer = null) : ICapfOrders
{
    private readonly Lock gate = new();

    public CapfOrder? Find(string deviceName) => PhoneDatabase.IsDeviceName(deviceName) && database.Find(deviceName) is { } phone
        ? new()
        {
            Operation = phone.Capf,
            Authentication = phone.CapfMode,
            AuthString = phone.AuthString,
            Key = phone.CapfCurve is { } curve ? CapfKeySpec.Ec(curve) : CapfKeySpec.Rsa(phone.CapfKeyBits),
            CompletesBy = phone.CapfCompletesBy,
        }
        : null;

    public void Record(CapfReport report)
    {
        observer?.Invoke(report);
        lock (gate)
            if (report.Succeeded && database.Find(report.DeviceName) is { } phone)
                database.Save(After(phone, report));
    }

    private static LabPhone After(LabPhone phone, CapfReport report)
    {
        LabPhone done = phone with { Capf = CapfOperation.None, AuthString = null };
        if (report.Operation == CapfOperation.Delete)
            return done with { Certificate = null };
        if (report.Certificate.IsEmpty)
            return done;
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(report.Certificate.Span);
        return done with { Certificate = certificate.ExportCertificatePem() };
    }
}
