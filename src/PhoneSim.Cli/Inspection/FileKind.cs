namespace PhoneSim.Cli.Inspection;

/// <summary>The words of <c>kind</c> in shared/spec/cli.md.</summary>
internal enum FileKind
{
    TrustList,
    Signed,
    Encrypted,
    Configuration,
}
