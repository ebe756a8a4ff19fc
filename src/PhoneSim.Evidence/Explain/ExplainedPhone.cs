namespace PhoneSim.Evidence.Explain;

/// <summary>What a phone did, and why. Every text is harmless to print: no secrets, no control characters.</summary>
/// <param name="Name">Its device name; when no file name told it, its address.</param>
/// <param name="Profile">The firmware profile by whose rules it is explained.</param>
/// <param name="Basis">Where that comes from: <c>given</c>, <c>of the run</c>, or <c>assumed</c> and from what.</param>
/// <param name="Conclusions">What became of it, and which files it must have refused.</param>
public sealed record ExplainedPhone(string Name, string Profile, string Basis, IReadOnlyList<ExplainedStep> Steps, IReadOnlyList<string> Conclusions)
{
    /// <summary>It ended with its full configuration, as far as can be seen; null: not to be told without its key.</summary>
    public bool? IsConfigured { get; init; }
}
