namespace PhoneSim.Cli.Inspection;

internal static class Words
{
    extension(FileKind kind)
    {
        public string Word => kind switch
        {
            FileKind.TrustList => "trust-list",
            FileKind.Signed => "signed",
            FileKind.Encrypted => "encrypted",
            _ => "configuration",
        };
    }

    extension(SignatureCheck check)
    {
        public string Word => check switch
        {
            SignatureCheck.Valid => "valid",
            SignatureCheck.Invalid => "invalid",
            SignatureCheck.UnknownSigner => "unknown-signer",
            SignatureCheck.Absent => "absent",
            _ => "not-checked",
        };
    }
}
