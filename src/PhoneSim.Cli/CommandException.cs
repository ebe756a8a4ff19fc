namespace PhoneSim.Cli;

/// <summary>Ends a command with an exit code and one line for standard error.</summary>
public sealed class CommandException : Exception
{
    private CommandException(int exitCode, string message) : base(message) => Code = exitCode;

    public int Code { get; }

    public static CommandException Failed(string message) => new(ExitCode.Failed, message);

    /// <param name="message">What is wrong, and what would be right.</param>
    public static CommandException Usage(string message) => new(ExitCode.Usage, message);

    public static CommandException Environment(string message) => new(ExitCode.Environment, message);
}
