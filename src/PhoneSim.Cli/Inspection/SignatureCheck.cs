namespace PhoneSim.Cli.Inspection;

/// <summary>The words of <c>signature</c> in shared/spec/cli.md.</summary>
internal enum SignatureCheck
{
    Valid,
    Invalid,
    UnknownSigner,
    Absent,
    /// <summary>Nobody said whose signature to expect.</summary>
    NotChecked,
}
