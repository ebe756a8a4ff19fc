namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>One expectation of a scenario, held against what was seen.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="What">The field, or the step that failed.</param>
/// <param name="After">The step before it, in words.</param>
/// <param name="Expected">In one line.</param>
/// <param name="Difference">Null: as expected.</param>
public sealed record ScenarioCase(int Line, string What, string After, string Expected, IReadOnlyList<DiffLine>? Difference)
{
    public bool IsMet => Difference is null;
}
