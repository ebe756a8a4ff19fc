namespace PhoneSim.Phone.Lessons;

/// <summary>One thing to do, and how the program sees that it was done.</summary>
public sealed record LessonStep
{
    public required string Text { get; init; }

    /// <summary>Any one of these moments ends the step: kind of <see cref="LessonMoment"/>, and a pattern for its value.</summary>
    public required IReadOnlyDictionary<string, string> On { get; init; }

    /// <summary>Named by mistakes that can only be made here; empty: by none.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Skipped when a later step is done first: a phone without a lock needs no unlocking.</summary>
    public bool Optional { get; init; }

    /// <summary>Done at the server when the step begins; null: nothing.</summary>
    public LessonServer? Server { get; init; }
}
