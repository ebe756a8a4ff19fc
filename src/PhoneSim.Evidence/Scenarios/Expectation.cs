namespace PhoneSim.Evidence.Scenarios;

/// <summary>One field of an <c>expect</c>.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Lines">What must be seen.</param>
public sealed record Expectation(ExpectedField Field, int Line, IReadOnlyList<string> Lines);
