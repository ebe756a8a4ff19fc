using System.Reflection;
using System.Text.Json;

namespace PhoneSim.Phone.Lessons;

/// <summary>The built-in lessons and those of the user's folder, by name.</summary>
public sealed class LessonStore
{
    private const string BuiltIn = "lessons/";
    private const string MistakesFile = "mistakes";

    private readonly SortedDictionary<string, Lesson> lessons = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<LessonMistake> mistakes = [];
    private readonly List<string> errors = [];

    /// <param name="folder">The user's own; a lesson of the same name replaces the built-in one. Null: none.</param>
    /// <exception cref="LessonException">A file is not a lesson.</exception>
    public LessonStore(string? folder = null)
    {
        Assembly assembly = typeof(LessonStore).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(BuiltIn, StringComparison.Ordinal)))
            Read(resource, () => assembly.GetManifestResourceStream(resource)!);
        if (folder is not null)
            foreach (string file in Directory.EnumerateFiles(folder, "*.json").Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
                Read(file, () => File.OpenRead(file));
        if (errors.Count > 0)
            throw new LessonException(errors);
    }

    public IReadOnlyList<Lesson> All => [.. lessons.Values];

    /// <summary>Null: there is no such lesson.</summary>
    public LessonPlan? Find(string name) => lessons.TryGetValue(name, out Lesson? lesson) ? new(lesson, [.. lesson.Mistakes, .. mistakes]) : null;

    private void Read(string file, Func<Stream> open)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        try
        {
            using Stream stream = open();
            if (name == MistakesFile)
                AddMistakes(file, JsonSerializer.Deserialize(stream, LessonJson.Default.MistakeFile) ?? throw new JsonException("an object in braces expected, not null"));
            else
                Add(file, (JsonSerializer.Deserialize(stream, LessonJson.Default.Lesson) ?? throw new JsonException("an object in braces expected, not null")) with { Name = name });
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            errors.Add($"{file}: {e.Message}");
        }
    }

    private void AddMistakes(string file, MistakeFile read)
    {
        mistakes.RemoveAll(old => read.Mistakes.Any(m => m?.Id == old.Id));
        mistakes.AddRange(read.Mistakes);
        Check(file, [.. read.Mistakes.Select(m => m?.When)]);
    }

    private void Add(string file, Lesson lesson)
    {
        lessons[lesson.Name] = lesson;
        Check(file, [.. lesson.Steps.Select(s => s?.On), .. lesson.Mistakes.Select(m => m?.When)]);
        if (lesson.Steps.Count == 0)
            errors.Add($"{file}: a lesson has at least one step");
    }

    /// <param name="patterns">Null, or with a null in it, where the file has the word: the deserializer lets it pass in lists.</param>
    private void Check(string file, IReadOnlyList<IReadOnlyDictionary<string, string>?> patterns)
    {
        if (patterns.Any(pattern => pattern is null || pattern.Values.Contains(null)))
            errors.Add($"{file}: null stands where a step, a mistake or a pattern belongs");
        errors.AddRange(patterns.SelectMany(pattern => pattern?.Keys ?? []).Except(LessonMoment.Kinds)
            .Select(kind => $"{file}: \"{kind}\" cannot be watched; {string.Join(", ", LessonMoment.Kinds)} can"));
    }
}
