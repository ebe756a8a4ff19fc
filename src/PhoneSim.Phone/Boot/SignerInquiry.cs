using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>Asks TVS about signers that neither CTL nor ITL knows (shared/spec/tvs.md). A signature has to hold with the key of the very certificate that TVS vouched for.</summary>
public sealed class SignerInquiry(BootContext phone)
{
    /// <summary>A new trust list: its own SAST record carries the certificate to ask about.</summary>
    public async Task<TrustListVerdict> AskAboutAsync(TrustList list, string file, CancellationToken cancellation)
    {
        if (list.FindSigner() is not { Certificate.IsEmpty: false } signer || await AskAsync(file, () => phone.Trust.AskTvsAsync(signer.Certificate, cancellation)) is not { } verdict || !verdict.Vouches(TrustRole.Sast))
            return TrustListVerdict.SignerUnknown;
        return Holds(list.File, verdict.Certificate) ? TrustListVerdict.UpdatedThroughTvs : TrustListVerdict.SignatureInvalid;
    }

    /// <summary>
    /// A configuration file: it carries no certificate. The trust list that was refused in this start may (assumed); without one, a load that asks QUERY can ask by the names in the
    /// file's header (inferred).
    /// </summary>
    public async Task<SignatureVerdict> AskAboutAsync(SignedFile file, string name, CancellationToken cancellation)
    {
        Task<TvsVerdict> Ask() => Refused(file.Header) is { } signer ? phone.Trust.AskTvsAsync(signer.Certificate, cancellation) : phone.Trust.AskTvsAsync(file.Header, cancellation);
        if (await AskAsync(name, Ask) is not { } verdict || !verdict.Vouches(TrustRole.Tftp, TrustRole.CcmTftp))
            return SignatureVerdict.UnknownSigner;
        return Holds(file, verdict.Certificate) ? SignatureVerdict.Valid : SignatureVerdict.Invalid;
    }

    private TrustListRecord? Refused(FileHeader header) => phone.Findings.RefusedList?.Records.FirstOrDefault(r => !r.Certificate.IsEmpty && r.Role is TrustRole.Tftp or TrustRole.CcmTftp
        && r.IssuerName == header.SignerIssuer && r.SerialNumber.Span.SequenceEqual(header.SignerSerial.Span));

    private async Task<TvsVerdict?> AskAsync(string file, Func<Task<TvsVerdict>> ask)
    {
        if (phone.Options.Tvs is null)
            return null;
        TvsVerdict verdict = await ask();
        phone.Emit(new TvsAsked(phone.Now, phone.Device, $"the signer of {file}", verdict) { File = file });
        return verdict;
    }

    /// <param name="certificate">X.509 DER.</param>
    private static bool Holds(SignedFile file, ReadOnlyMemory<byte> certificate)
    {
        using X509Certificate2 signer = X509CertificateLoader.LoadCertificate(certificate.Span);
        using RSA? key = signer.GetRSAPublicKey();
        return key is not null && file.SignatureHolds(key);
    }
}
