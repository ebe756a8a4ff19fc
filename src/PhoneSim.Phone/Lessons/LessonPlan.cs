namespace PhoneSim.Phone.Lessons;

/// <param name="Mistakes">Those of the lesson first, then those of all lessons.</param>
public sealed record LessonPlan(Lesson Lesson, IReadOnlyList<LessonMistake> Mistakes);
