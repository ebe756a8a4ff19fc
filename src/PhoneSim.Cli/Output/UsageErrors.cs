using System.CommandLine;
using PhoneSim.Cli.Commands;
using PhoneSim.Formats;

namespace PhoneSim.Cli.Output;

/// <summary>A command line that cannot be understood: one line, what is wrong and what would be right.</summary>
internal static class UsageErrors
{
    private const int MessageLimit = 300;

    public static int Report(ParseResult parsed, TextWriter error)
    {
        error.WriteLine($"phonesim: {Wrong(parsed)}; {Right(parsed.CommandResult.Command)}");
        return ExitCode.Usage;
    }

    private static string Wrong(ParseResult parsed)
    {
        string[] words = parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string message = Printable.Text(string.Join(' ', words).TrimEnd('.'), MessageLimit);
        return char.ToLowerInvariant(message[0]) + message[1..];
    }

    private static string Right(Command command) => command switch
    {
        { Subcommands: [_, ..] commands } => $"there is: {string.Join(", ", commands.Select(c => c.Name))}",
        ExampleCommand { Example: var example } => $"for example: {example}",
        _ => "phonesim --help lists what there is",
    };
}
