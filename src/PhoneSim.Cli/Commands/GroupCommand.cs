using System.CommandLine;

namespace PhoneSim.Cli.Commands;

/// <summary>A command that only holds others.</summary>
internal sealed class GroupCommand : ExampleCommand
{
    public GroupCommand(string name, string description, string example, params IEnumerable<Command> commands) : base(name, description, example)
    {
        foreach (Command command in commands)
            Subcommands.Add(command);
    }
}
