namespace PhoneSim.Phone.Lessons;

/// <summary>A lesson as its file in <c>firmware-profiles/lessons</c> says it. The JSON generator sets what a file leaves out to null, so the setters put the default back.</summary>
public sealed record Lesson
{
    /// <summary>The file's name without ending.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    public required string Title { get; init; }

    public required string Goal { get; init; }

    /// <summary>The phone it is given on, unless the user names another of the same encryption method.</summary>
    public required string Profile { get; init; }

    /// <summary>What the call manager knows of the phone at the start.</summary>
    public LessonServer Server { get; init => field = value ?? new(); } = new();

    /// <summary>Key in the phone at the start, see <see cref="LessonKey"/>; null: none.</summary>
    public string? PhoneKey { get; init; }

    /// <summary>What is to be typed into the key field, see <see cref="LessonKey"/>; null: the server's key.</summary>
    public string? Type { get; init; }

    public required IReadOnlyList<LessonStep> Steps { get; init; }

    /// <summary>Watched beside those of all lessons.</summary>
    public IReadOnlyList<LessonMistake> Mistakes { get; init => field = value ?? []; } = [];
}
