namespace PhoneSim.Phone.Lessons;

/// <summary>A typical mistake (shared/spec/phone-ui.md 8), and what helps.</summary>
public sealed record LessonMistake
{
    public required string Id { get; init; }

    /// <summary>Any one of these moments is the mistake.</summary>
    public required IReadOnlyDictionary<string, string> When { get; init; }

    /// <summary>Only in the step of this id; empty: in any.</summary>
    public string During { get; init => field = value ?? ""; } = "";

    /// <summary>It is a mistake from this time in the step on.</summary>
    public int After { get; init => field = Math.Max(1, value); } = 1;

    /// <summary><c>{value}</c> is the moment's value.</summary>
    public required string Hint { get; init; }
}
