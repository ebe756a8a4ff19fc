using System.CommandLine;
using PhoneSim.Phone.Lessons;

namespace PhoneSim.Cli.Commands.Lessons;

internal sealed class LessonShowCommand : ExampleCommand
{
    private readonly LessonOptionSet lessons = new();

    public LessonShowCommand() : base("show", "Show a lesson's goal and steps.", "phonesim lesson show enter-key")
    {
        Arguments.Add(lessons.Name);
        Options.Add(lessons.Folder);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        Lesson lesson = lessons.Find(parsed).Lesson;
        output.WriteLine($"{lesson.Title}, on {lesson.Profile}");
        output.WriteLine(lesson.Goal);
        for (int i = 0; i < lesson.Steps.Count; i++)
            output.WriteLine($"{i + 1,3}. {lesson.Steps[i].Text}{(lesson.Steps[i].Optional ? " (if needed)" : "")}");
        return ExitCode.Done;
    }
}
