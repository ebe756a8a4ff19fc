using PhoneSim.Evidence.Scenarios.Running;

namespace PhoneSim.Evidence.Scenarios;

/// <summary>A field that an <c>expect</c> may have.</summary>
/// <param name="Path"><c>outcome</c>, <c>config.signature</c>.</param>
/// <param name="Seen">The lines that it is about.</param>
public sealed record ExpectedField(string Path, FieldShape Shape, FieldMatch Match, Func<Moment, IEnumerable<string>> Seen)
{
    /// <summary>The words it may have; empty: any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>How a field is written.</summary>
public enum FieldShape
{
    One,
    /// <summary>One or several, each a text.</summary>
    List,
    /// <summary>A list of <c>name: value</c>, or of names where the value is not minded.</summary>
    Pairs,
}

/// <summary>How what is expected and what is seen must agree.</summary>
public enum FieldMatch
{
    /// <summary>The same lines in the same order.</summary>
    Equal,
    /// <summary>Each line is seen, in this order; there may be others between.</summary>
    InOrder,
    /// <summary>As before, and a line may be a part of the one seen.</summary>
    Contained,
    /// <summary>None of the lines is seen.</summary>
    Absent,
    /// <summary>A number not below the expected one.</summary>
    AtLeast,
    AtMost,
}
