using System.IO.Enumeration;

namespace PhoneSim.Phone.Lessons;

/// <summary>Something a lesson can watch for: a key press and what came of it, or an event of the phone. Holds no secrets.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
public sealed record LessonMoment(string Kind, string Value)
{
    /// <summary>The words are explained in <c>lesson.schema.json</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "screen", "press", "softkey", "typed", "locked", "stars", "wrong-digit", "wrong-cycle", "wrong-character", "wrong-length", "wrong-field", "discarded", "refused", "key", "power-cut",
        "flash", "state", "request", "answer", "trust", "decrypt", "capf", "status", "reset", "register",
    ];

    /// <param name="patterns">Kinds and patterns; <c>*</c> stands for any text.</param>
    public bool IsAnyOf(IReadOnlyDictionary<string, string> patterns) =>
        patterns.TryGetValue(Kind, out string? pattern) && FileSystemName.MatchesSimpleExpression(pattern, Value, ignoreCase: false);
}
