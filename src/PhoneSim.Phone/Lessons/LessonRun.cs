using PhoneSim.Phone.Events;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Lessons;

/// <summary>A lesson being given: takes presses and events, knows the step, the hint and the mistakes. Pure but for the clock it is given; one thread at a time.</summary>
public sealed class LessonRun
{
    private readonly LessonPlan plan;
    private readonly TimeProvider time;
    private readonly Action<LessonServer> change;
    private readonly PressMoments presses;
    private readonly PowerMoments power = new();
    private readonly long start;
    private readonly List<TimeSpan?> done = [];
    private readonly Dictionary<string, int> mistakes = [];
    private readonly Dictionary<string, int> seen = [];
    private bool keyStored;
    private string hint = "";

    /// <param name="change">Carries out what a step does at the server.</param>
    public LessonRun(LessonPlan plan, FirmwareProfile profile, TimeProvider time, Action<LessonServer> change)
    {
        (this.plan, this.time, this.change, start) = (plan, time, change, time.GetTimestamp());
        string? typed = plan.Lesson.Type ?? plan.Lesson.Server.Key;
        presses = new(profile, typed is null ? "" : LessonKey.Repeat(typed, profile.Encryption.KeyBits), plan.Lesson.Server.AuthString ?? "");
    }

    public LessonView View => new()
    {
        Lesson = plan.Lesson,
        Step = done.Count,
        Hint = hint,
        Elapsed = Elapsed,
        Done = [.. done],
        Mistakes = new Dictionary<string, int>(mistakes),
    };

    private IReadOnlyList<LessonStep> Steps => plan.Lesson.Steps;

    private bool IsFinished => done.Count == Steps.Count;

    private TimeSpan Elapsed => IsFinished ? done.FindLast(moment => moment is not null) ?? TimeSpan.Zero : time.GetElapsedTime(start);

    public void OnEvent(PhoneEvent phoneEvent)
    {
        power.Follow(phoneEvent);
        keyStored |= phoneEvent is FlashChanged { Item: Flash.FlashItem.SymmetricKey };
        if (EventMoments.Of(phoneEvent) is { } moment)
            Take(moment);
    }

    public void OnPress(PressSeen press)
    {
        if (keyStored && presses.Stored(press) is { } stored)
            Take(stored);
        keyStored = false;
        if (power.Of(press) is { } cut)
            Take(cut);
        foreach (LessonMoment moment in presses.Of(press))
            Take(moment);
    }

    private void Take(LessonMoment moment)
    {
        if (IsFinished)
            return;
        int step = StepDoneBy(moment);
        if (step >= 0)
            Advance(step);
        else
            Judge(moment);
    }

    /// <returns>Index of the step that this moment ends: the present one, or a later one with only optional ones before it. -1: none.</returns>
    private int StepDoneBy(LessonMoment moment)
    {
        for (int i = done.Count; i < Steps.Count; i++)
        {
            if (moment.IsAnyOf(Steps[i].On))
                return i;
            if (!Steps[i].Optional)
                return -1;
        }

        return -1;
    }

    private void Advance(int step)
    {
        while (done.Count < step)
            done.Add(null);
        done.Add(time.GetElapsedTime(start));
        hint = "";
        seen.Clear();
        if (!IsFinished && Steps[done.Count].Server is { } server)
            change(server);
    }

    private void Judge(LessonMoment moment)
    {
        LessonStep step = Steps[done.Count];
        foreach (LessonMistake mistake in plan.Mistakes.Where(m => (m.During.Length == 0 || m.During == step.Id) && moment.IsAnyOf(m.When)))
        {
            seen[mistake.Id] = seen.GetValueOrDefault(mistake.Id) + 1;
            if (seen[mistake.Id] < mistake.After)
                continue;
            hint = mistake.Hint.Replace("{value}", moment.Value, StringComparison.Ordinal);
            if (mistake.After == 1 || seen[mistake.Id] == mistake.After)
                mistakes[mistake.Id] = mistakes.GetValueOrDefault(mistake.Id) + 1;
        }
    }
}
