namespace PhoneSim.Evidence.Inspection;

/// <summary>The words of <c>signature</c> in shared/spec/cli.md.</summary>
public enum SignatureCheck
{
    Valid,
    Invalid,
    UnknownSigner,
    Absent,
    /// <summary>Nobody said whose signature to expect.</summary>
    NotChecked,
}
