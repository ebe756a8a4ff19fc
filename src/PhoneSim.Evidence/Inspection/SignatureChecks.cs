namespace PhoneSim.Evidence.Inspection;

public static class SignatureChecks
{
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
