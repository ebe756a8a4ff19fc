using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Evidence.Inspection;

/// <summary>Whether a signature holds with the certificate, the trust list or the list's own SAST record, and why not.</summary>
internal static class SignatureChecker
{
    public static (SignatureCheck Check, string Reason) Check(SignedFile file, InspectionRequest request)
    {
        if (!file.Header.IsSigned)
            return (SignatureCheck.Absent, "the file carries no signature");
        if (request.Certificate is { } certificate)
            return ByCertificate(file, certificate);
        if (request.Trust is { } trust)
            return ByRecord(file, Signer(file, trust), $"the trust list has no {Roles(file)} record of that issuer and serial number");
        return Inspector.KindOf(file) == FileKind.TrustList
            ? ByRecord(file, TrustList.Parse(file.Raw).FindSigner(), "the list holds no SAST record of that issuer and serial number")
            : (SignatureCheck.NotChecked, "--trust or --cert says whose signature to expect");
    }

    private static (SignatureCheck Check, string Reason) ByCertificate(SignedFile file, X509Certificate2 certificate)
    {
        if (!CertificateNames.SerialNumber(certificate).Span.SequenceEqual(file.Header.SignerSerial.Span) || CertificateNames.Of(certificate.IssuerName) != file.Header.SignerIssuer)
            return (SignatureCheck.UnknownSigner, "issuer and serial number in the header are not the certificate's");
        using RSA? key = certificate.GetRSAPublicKey();
        return Verdict(key is not null && file.SignatureHolds(key), "the certificate's key");
    }

    private static (SignatureCheck Check, string Reason) ByRecord(SignedFile file, TrustListRecord? signer, string whyUnknown)
    {
        if (signer is null)
            return (SignatureCheck.UnknownSigner, whyUnknown);
        using RSA? key = signer.ImportRsa();
        return Verdict(key is not null && file.SignatureHolds(key), $"the key of the {signer.Role.Word} record {signer.SubjectName}");
    }

    private static (SignatureCheck Check, string Reason) Verdict(bool holds, string with) => holds
        ? (SignatureCheck.Valid, $"it holds with {with}")
        : (SignatureCheck.Invalid, $"it does not hold with {with}: the file was altered, or signed with another key");

    private static TrustListRecord? Signer(SignedFile file, TrustList trust)
    {
        TrustStore store = new(new FlashContents { Itl = trust });
        return Inspector.KindOf(file) == FileKind.TrustList ? store.FindTrustListSigner(file.Header) : store.FindFileSigner(file.Header);
    }

    private static string Roles(SignedFile file) => Inspector.KindOf(file) == FileKind.TrustList ? "SAST" : "TFTP or CCM+TFTP";
}
