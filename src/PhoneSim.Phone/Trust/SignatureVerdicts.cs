namespace PhoneSim.Phone.Trust;

public static class SignatureVerdicts
{
    extension(SignatureVerdict verdict)
    {
        /// <summary>The word of <c>signature</c> in shared/spec/cli.md.</summary>
        public string Word => verdict switch
        {
            SignatureVerdict.Valid => "valid",
            SignatureVerdict.UnknownSigner => "unknown-signer",
            SignatureVerdict.Ignored => "ignored",
            SignatureVerdict.Absent => "absent",
            _ => "invalid",
        };

        public string Reason => verdict switch
        {
            SignatureVerdict.Valid => "the signature holds with the key of a TFTP record in the trust list",
            SignatureVerdict.UnknownSigner => "neither CTL nor ITL has its signer with role TFTP or CCM+TFTP, and nobody vouched for it",
            SignatureVerdict.Ignored => "these phones receive signed files but ignore the signing information",
            SignatureVerdict.Absent => "a signed file was asked and the body carries no signature",
            SignatureVerdict.DigestUnsupported => "this load cannot verify the signature's digest algorithm",
            _ => "the signature does not hold: the file was altered, or signed with another key",
        };
    }
}
