using System.CommandLine;

namespace PhoneSim.Cli.Commands;

/// <summary>Scripts that ask the program itself: <c>phonesim "[suggest:POSITION]" "LINE"</c> prints the words that fit.</summary>
internal sealed class CompletionCommand : ExampleCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _phonesim() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _phonesim phonesim
            """,
        ["zsh"] = """
            #compdef phonesim
            _phonesim() {
                local -a words_that_fit
                words_that_fit=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                compadd -a words_that_fit
            }
            compdef _phonesim phonesim
            """,
        ["fish"] = """
            function _phonesim
                set -l line (commandline -cp)
                phonesim "[suggest:"(string length -- $line)"]" $line 2>/dev/null
            end
            complete -c phonesim -a '(_phonesim)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName phonesim -ScriptBlock {
                param($word, $line, $position)
                phonesim "[suggest:$position]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    private readonly Argument<string> shell = new("SHELL") { Description = "bash, zsh, fish or pwsh" };

    public CompletionCommand() : base("completion", "Print a script that completes phonesim's words in a shell.", "source <(phonesim completion bash)")
    {
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Arguments.Add(shell);
        SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.WriteLine(Scripts[parsed.GetRequiredValue(shell)]);
            return ExitCode.Done;
        });
    }
}
