using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>Asks TVS about signers that neither CTL nor ITL knows (shared/spec/tvs.md).</summary>
public sealed class SignerInquiry(BootContext phone)
{
    /// <summary>A new trust list: its own SAST record carries the certificate to ask about.</summary>
    public async Task<TrustListVerdict> AskAboutAsync(TrustList list, string file, CancellationToken cancellation)
    {
        if (list.FindSigner() is not { Certificate.IsEmpty: false } signer || await AskAsync(file, signer, cancellation) is not { } verdict || !verdict.Vouches(TrustRole.Sast))
            return TrustListVerdict.SignerUnknown;
        return TrustListJudge.Holds(list, signer) ? TrustListVerdict.UpdatedThroughTvs : TrustListVerdict.SignatureInvalid;
    }

    /// <summary>A configuration file: it carries no certificate, so the trust list that was refused in this start must (assumed; a QUERY by name is not certain enough).</summary>
    public async Task<SignatureVerdict> AskAboutAsync(SignedFile file, string name, CancellationToken cancellation)
    {
        TrustListRecord? signer = phone.Findings.RefusedList?.Records.FirstOrDefault(r => !r.Certificate.IsEmpty && r.Role is TrustRole.Tftp or TrustRole.CcmTftp
            && r.IssuerName == file.Header.SignerIssuer && r.SerialNumber.Span.SequenceEqual(file.Header.SignerSerial.Span));
        if (signer is null || await AskAsync(name, signer, cancellation) is not { } verdict || !verdict.Vouches(TrustRole.Tftp, TrustRole.CcmTftp))
            return SignatureVerdict.UnknownSigner;
        return SignatureJudge.Check(file, signer);
    }

    private async Task<TvsVerdict?> AskAsync(string file, TrustListRecord signer, CancellationToken cancellation)
    {
        if (phone.Options.Tvs is null)
            return null;
        TvsVerdict verdict = await phone.Trust.AskTvsAsync(signer.Certificate, cancellation);
        phone.Emit(new TvsAsked(phone.Now, phone.Device, file, verdict));
        return verdict;
    }
}
