using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Output;

/// <summary>The one place where an exception becomes a line for the user and an exit code.</summary>
internal static class Failures
{
    /// <param name="debug">With the stack trace.</param>
    public static int Report(Exception e, TextWriter error, bool debug)
    {
        foreach (string line in Describe(e))
            error.WriteLine($"phonesim: {line}");
        if (debug)
            error.WriteLine(e);
        return CodeOf(e);
    }

    private static IEnumerable<string> Describe(Exception e) => e switch
    {
        DocumentException profiles => profiles.Errors.Select(p => p.ToString()),
        OperationCanceledException => ["stopped before the end"],
        _ when IsExpected(e) => [OneLine(e.Message)],
        _ => [$"internal error: {OneLine(e.Message)} ({e.GetType().Name}); --debug shows where"],
    };

    private static bool IsExpected(Exception e) => e is CommandException or MalformedDataException or LabException or FlashInUseException or IOException or UnauthorizedAccessException or SocketException;

    private static int CodeOf(Exception e) => e switch
    {
        CommandException command => command.Code,
        LabException => ExitCode.Failed,
        FlashInUseException => ExitCode.Environment,
        DocumentException => ExitCode.Usage,
        IOException or UnauthorizedAccessException or SocketException => ExitCode.Environment,
        _ => ExitCode.Failed,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
