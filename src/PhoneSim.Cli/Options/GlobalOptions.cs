using System.CommandLine;

namespace PhoneSim.Cli.Options;

/// <summary>Options that every command takes, and standard input.</summary>
internal sealed class GlobalOptions(TextReader input)
{
    public TextReader Input { get; } = input;

    public Option<bool> Json { get; } = new("--json") { Description = "One JSON object a line on standard output", Recursive = true };

    public Option<bool> ShowSecrets { get; } = new("--show-secrets") { Description = "Print passwords and keys instead of dots", Recursive = true };

    /// <summary>Read from the raw arguments, so that it works for failures of any kind.</summary>
    public Option<bool> Debug { get; } = new("--debug") { Description = "Print a stack trace with an error", Recursive = true };
}
