namespace PhoneSim.Evidence.Explain;

/// <summary>What is in a file, and whether a phone takes it.</summary>
/// <param name="IsAccepted">Null: not to be told.</param>
internal sealed record Judgement(IReadOnlyList<string> Holds, bool? IsAccepted, string Why)
{
    /// <summary>A full configuration that the phone applies.</summary>
    public bool IsFull { get; init; }
}
