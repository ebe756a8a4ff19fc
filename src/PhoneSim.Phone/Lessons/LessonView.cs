namespace PhoneSim.Phone.Lessons;

/// <summary>How far a lesson has come; at its end, the report.</summary>
public sealed record LessonView
{
    public required Lesson Lesson { get; init; }

    /// <summary>Index of the step to do; the number of steps: all are done.</summary>
    public required int Step { get; init; }

    /// <summary>Help with the last mistake; empty: none was made in this step.</summary>
    public required string Hint { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>When each step was done, from the lesson's start; null: it was skipped.</summary>
    public required IReadOnlyList<TimeSpan?> Done { get; init; }

    /// <summary>How often each was made, by id.</summary>
    public required IReadOnlyDictionary<string, int> Mistakes { get; init; }

    public bool IsFinished => Step == Lesson.Steps.Count;
}
