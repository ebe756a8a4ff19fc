namespace PhoneSim.Phone.Lessons;

/// <summary>Lesson files that cannot be used: all errors at once, each with its file.</summary>
public sealed class LessonException(IReadOnlyList<string> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
