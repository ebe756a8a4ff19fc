using System.CommandLine;
using PhoneSim.Cli.Options;

namespace PhoneSim.Cli.Commands.Lessons;

/// <summary>The lessons for trainers.</summary>
internal static class LessonCommand
{
    public static Command Create(GlobalOptions global) => new GroupCommand("lesson", "Lessons on the phone, watched by the program: steps, hints, a report.", "phonesim lesson run enter-key",
    [
        new LessonListCommand(global), new LessonShowCommand(), new LessonRunCommand(global),
    ]);
}
