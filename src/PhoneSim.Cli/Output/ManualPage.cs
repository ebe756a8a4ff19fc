using System.CommandLine;
using System.Text;
using PhoneSim.Cli.Commands;

namespace PhoneSim.Cli.Output;

/// <summary>The manual page, section 1, made from the commands themselves (man(7), groff_man(7)).</summary>
internal sealed class ManualPage(RootCommand root)
{
    private readonly StringBuilder page = new();

    public string Write()
    {
        Line($".TH PHONESIM 1 \"\" \"{Text(CommandLineApp.Version)}\" \"User Commands\"");
        Section("NAME", $"phonesim \\- {Text(root.Description!.TrimEnd('.'))}");
        Section("SYNOPSIS", ".B phonesim\n.RI [ command ]\n.RI [ options ]");
        Section("DESCRIPTION", "Without a command: the phone on this terminal, against a built-in call manager.");
        Options(root);
        Line(".SH COMMANDS");
        Commands(root, "");
        Section("EXIT STATUS", ".TP\n.B 0\nWhat was asked happened.\n.TP\n.B 1\nIt did not: a phone without its full configuration, a failed check.\n.TP\n.B 2\nA usage error.\n.TP\n.B 3\nThe machine prevents it: a port in use, no terminal, a folder that cannot be written.");
        return page.ToString();
    }

    private void Commands(Command parent, string path)
    {
        foreach (Command command in parent.Subcommands.Where(c => !c.Hidden))
        {
            string name = $"{path}{command.Name}";
            if (command.Subcommands.Count == 0)
                Describe(command, name);
            Commands(command, $"{name} ");
        }
    }

    private void Describe(Command command, string name)
    {
        Line($".SS {Text(name)}{string.Concat(command.Arguments.Select(a => $" {Text(Name(a))}{(a.Arity.MaximumNumberOfValues > 1 ? " ..." : "")}"))}");
        Line(Text(command.Description ?? ""));
        foreach (Argument argument in command.Arguments)
            Entry($".I {Text(Name(argument))}", argument.Description);
        Options(command);
        if (command is ExampleCommand shown)
            Line($".PP\nFor example:\n.PP\n.nf\n.RS\n{string.Join('\n', shown.MoreExamples.Prepend(shown.Example).Select(Text))}\n.RE\n.fi");
    }

    private void Options(Command command)
    {
        foreach (Option option in command.Options.Where(o => !o.Hidden))
            Entry($".BR {string.Join(" \", \" ", option.Aliases.Where(alias => alias.StartsWith('-') && alias != "-?").Prepend(option.Name).Select(Text))}{(option.HelpName is { } value ? $" \" \" \\fI{Text(value).Replace(" ", "\\ ", StringComparison.Ordinal)}\\fR" : "")}", option.Description);
    }

    private void Entry(string head, string? description) => Line($".TP\n{head}\n{Text(description ?? "")}");

    private void Section(string name, string text) => Line($".SH {name}\n{text}");

    private void Line(string text) => page.Append(text).Append('\n');

    private static string Name(Argument argument) => argument.HelpName ?? argument.Name;

    /// <summary>Nothing in it is a request or an escape of roff; hyphens are those that can be copied.</summary>
    private static string Text(string text)
    {
        string escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return escaped.StartsWith('.') || escaped.StartsWith('\'') ? "\\&" + escaped : escaped;
    }
}
