using System.CommandLine;
using System.CommandLine.Invocation;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using PhoneSim.Cli.Commands;
using PhoneSim.Cli.Output;

namespace PhoneSim.Cli;

/// <summary>The program without its process: arguments in, text and exit code out.</summary>
public static class CommandLineApp
{
    public static string Version { get; } = "phonesim " + typeof(CommandLineApp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Ends with one of <see cref="ExitCode"/>; no exception leaves it.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The last resort: whatever happens becomes a line and an exit code.")]
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation, TextReader? input = null)
    {
        // A file name that begins with @ is a file name, not a list of arguments.
        ParseResult parsed = PhoneSimCommand.Create(input ?? Console.In).Parse(args, new() { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
            return UsageErrors.Report(parsed, error);
        try
        {
            return await parsed.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (Exception e)
        {
            return Failures.Report(e, error, args.Contains("--debug"));
        }
    }
}
