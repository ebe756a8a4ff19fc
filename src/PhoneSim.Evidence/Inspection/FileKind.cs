namespace PhoneSim.Evidence.Inspection;

/// <summary>The words of <c>kind</c> in shared/spec/cli.md.</summary>
public enum FileKind
{
    TrustList,
    Signed,
    Encrypted,
    Configuration,
}
