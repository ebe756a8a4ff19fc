using System.CommandLine;

namespace PhoneSim.Cli.Commands;

/// <summary>A command with an example of its use, shown by <c>--help</c> and with usage errors.</summary>
internal abstract class ExampleCommand(string name, string description, string example) : Command(name, description)
{
    public string Example { get; } = example;

    /// <summary>For <c>--help</c> and the manual: a line each, with its purpose behind a <c>#</c>.</summary>
    public IReadOnlyList<string> MoreExamples { get; protected init; } = [];
}
