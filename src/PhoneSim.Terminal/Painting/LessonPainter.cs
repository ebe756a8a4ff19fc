using System.Drawing;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting;

/// <summary>Beside the phone while a lesson is given: goal, step, hint, and below them what the phone does; at the end the report.</summary>
internal sealed class LessonPainter
{
    /// <summary>Lines left under the lesson from which the whole of the boot is shown there; below, its log.</summary>
    private const int RoomForBoot = 22;

    /// <summary>Lines left under the steps from which all of them are shown; below, the one to do.</summary>
    private const int RoomForLog = 8;

    private const string Indent = "  ";

    private readonly Canvas canvas;
    private readonly LessonView lesson;
    private int row;

    private LessonPainter(LessonView lesson, Size size) => (this.lesson, canvas) = (lesson, new(size.Width, size.Height));

    public static Painted Paint(PhoneSnapshot phone, LessonView lesson, Size size, ScreenState state)
    {
        LessonPainter painter = new(lesson, size);
        if (lesson.IsFinished)
            painter.PaintReport();
        else
            painter.PaintStep();
        int room = size.Height - painter.row;
        if (room > 2)
            painter.canvas.Put(0, painter.row, room >= RoomForBoot ? BootPainter.Paint(phone, size.Width, room, state).Canvas : BootPainter.Log(phone, size.Width, room, state).Canvas);
        return new(painter.canvas, []);
    }

    private void PaintStep()
    {
        canvas.Heading(row++, $"Lesson: {lesson.Lesson.Title}");
        Wrapped(lesson.Lesson.Goal, Ink.Quiet);
        canvas.Heading(row++, $"Step {lesson.Step + 1} of {lesson.Lesson.Steps.Count}");
        string[] steps = [.. lesson.Lesson.Steps.Select((step, i) => $"{(i < lesson.Step ? '√' : i == lesson.Step ? '►' : ' ')} {step.Text}")];
        bool hasRoom = row + steps.Sum(step => TextWrap.Lines(step, canvas.Width, Indent).Count()) + RoomForLog <= canvas.Height;
        foreach ((int index, string step) in steps.Index())
            if (hasRoom || index == lesson.Step)
                Wrapped(step, index == lesson.Step ? Ink.Good : Ink.Quiet);
        if (lesson.Hint.Length > 0)
            Wrapped($"Hint: {lesson.Hint}", Ink.Warning);
        row++;
    }

    private void PaintReport()
    {
        canvas.Heading(row++, "Lesson done");
        foreach (string line in LessonReport.Lines(lesson))
            Wrapped(line, lesson.Mistakes.Count > 0 && line.StartsWith("Mistakes", StringComparison.Ordinal) ? Ink.Warning : Ink.Plain);
        Wrapped("Ctrl+P: another lesson, or your own phone again", Ink.Quiet);
    }

    private void Wrapped(string text, Ink ink)
    {
        foreach (string line in TextWrap.Lines(text, canvas.Width, Indent))
            if (row < canvas.Height)
                canvas.Put(0, row++, line, ink);
    }
}
