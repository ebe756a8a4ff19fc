namespace PhoneSim.Phone.Trust;

public static class TrustListVerdicts
{
    extension(TrustListVerdict verdict)
    {
        public bool IsAccepted => verdict is TrustListVerdict.Initial or TrustListVerdict.Unchanged or TrustListVerdict.Updated or TrustListVerdict.UpdatedThroughTvs;

        /// <summary>The word of <c>trust.ctl</c> and <c>trust.itl</c> in shared/spec/cli.md.</summary>
        public string Word => verdict switch
        {
            TrustListVerdict.Initial => "initial",
            TrustListVerdict.Unchanged => "unchanged",
            TrustListVerdict.Updated or TrustListVerdict.UpdatedThroughTvs => "updated",
            _ => "rejected",
        };

        public string Reason => verdict switch
        {
            TrustListVerdict.Initial => "no trust list was in flash, so the first one is taken on trust",
            TrustListVerdict.Unchanged => "the same bytes as the list in flash",
            TrustListVerdict.Updated => "its signer is a SAST record of a list in flash and the signature holds",
            TrustListVerdict.UpdatedThroughTvs => "no list in flash knows its signer, but TVS vouched for it as SAST and the signature holds",
            TrustListVerdict.Malformed => "it is not a trust list",
            TrustListVerdict.TooBig => "it is larger than a phone takes",
            TrustListVerdict.TooManySast => "it holds more SAST records than a phone takes",
            TrustListVerdict.SignerNotInList => "its signer is not among its own SAST records",
            TrustListVerdict.SignerUnknown => "its signer is no SAST record of the lists in flash and nobody vouched for it",
            TrustListVerdict.SignatureInvalid => "the signature does not hold",
            _ => "this load cannot verify its digest algorithm",
        };
    }
}
