using System.Globalization;
using System.Text.Json;

namespace PhoneSim.Phone.Lessons;

/// <summary>What a trainer is told at the end.</summary>
public static class LessonReport
{
    public static IEnumerable<string> Lines(LessonView view)
    {
        yield return $"{view.Lesson.Title}: {(view.IsFinished ? "done" : $"not finished, step {view.Step + 1} of {view.Lesson.Steps.Count}")} in {Seconds(view.Elapsed)} s";
        for (int i = 0; i < view.Lesson.Steps.Count; i++)
            yield return $"{(i < view.Done.Count ? view.Done[i] is { } time ? $"{Seconds(time),7} s" : "  skipped" : "         ")}  {i + 1}. {view.Lesson.Steps[i].Text}";
        yield return view.Mistakes.Count == 0 ? "Mistakes: none" : $"Mistakes: {string.Join(", ", view.Mistakes.Select(m => $"{m.Key}{(m.Value > 1 ? $" x{m.Value}" : "")}"))}";
        if (view.Hint.Length > 0)
            yield return $"Hint: {view.Hint}";
    }

    public static void Write(Utf8JsonWriter json, LessonView view)
    {
        json.WriteStartObject();
        json.WriteString("type", "lesson");
        json.WriteString("name", view.Lesson.Name);
        json.WriteBoolean("finished", view.IsFinished);
        json.WriteNumber("stepsDone", view.Step);
        json.WriteNumber("steps", view.Lesson.Steps.Count);
        json.WriteNumber("seconds", Math.Round(view.Elapsed.TotalSeconds, 1));
        json.WriteStartObject("mistakes");
        foreach ((string id, int count) in view.Mistakes)
            json.WriteNumber(id, count);
        json.WriteEndObject();
        json.WriteString("step", view.IsFinished ? "" : view.Lesson.Steps[view.Step].Text);
        json.WriteString("hint", view.Hint);
        json.WriteEndObject();
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
