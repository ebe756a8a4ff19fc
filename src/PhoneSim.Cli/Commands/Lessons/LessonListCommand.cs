using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Phone.Lessons;

namespace PhoneSim.Cli.Commands.Lessons;

internal sealed class LessonListCommand : ExampleCommand
{
    private readonly LessonOptionSet lessons = new();
    private readonly GlobalOptions global;

    public LessonListCommand(GlobalOptions global) : base("list", "List the lessons.", "phonesim lesson list")
    {
        this.global = global;
        Options.Add(lessons.Folder);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        IReadOnlyList<Lesson> all = lessons.Open(parsed).All;
        int width = all.Max(lesson => lesson.Name.Length);
        foreach (Lesson lesson in all)
            if (parsed.GetValue(global.Json))
                JsonLine.Write(output, json =>
                {
                    json.WriteStartObject();
                    json.WriteString("type", "lesson");
                    json.WriteString("name", lesson.Name);
                    json.WriteString("title", lesson.Title);
                    json.WriteString("profile", lesson.Profile);
                    json.WriteNumber("steps", lesson.Steps.Count);
                    json.WriteEndObject();
                });
            else
                output.WriteLine($"{lesson.Name.PadRight(width)}  {lesson.Title}, on {lesson.Profile}");
        return ExitCode.Done;
    }
}
