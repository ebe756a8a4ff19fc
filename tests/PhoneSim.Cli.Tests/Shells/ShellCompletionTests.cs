using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Cli.Tests.Shells;

/// <summary>The scripts in the shells they are for: what a Tab offers.</summary>
[Trait("Category", "Interop")]
public sealed class ShellCompletionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CommandLine phonesim = new();

    public ShellCompletionTests() => folder.Script("bin/phonesim", $"exec dotnet '{CommandLine.Program}' \"$@\"");

    public void Dispose()
    {
        folder.Dispose();
        phonesim.Dispose();
    }

    [Theory]
    [InlineData("bash", "COMP_LINE='phonesim fle'; COMP_POINT=12; COMP_WORDS=(phonesim fle); COMP_CWORD=1; _phonesim; printf '%s\\n' \"${COMPREPLY[@]}\"", "fleet")]
    [InlineData("bash", "COMP_LINE='phonesim fleet --find'; COMP_POINT=21; COMP_WORDS=(phonesim fleet --find); COMP_CWORD=2; _phonesim; printf '%s\\n' \"${COMPREPLY[@]}\"", "--find-max")]
    [InlineData("zsh", "words=(phonesim fle); CURRENT=2; CURSOR=12; BUFFER='phonesim fle'; compadd() { print -l -- \"${(@P)2}\"; }; _phonesim", "fleet")]
    [InlineData("fish", "complete -C 'phonesim fleet --find'", "--find-max")]
    [InlineData("pwsh", "[Management.Automation.CommandCompletion]::CompleteInput('phonesim fle', 12, $null).CompletionMatches.CompletionText", "fleet")]
    public async Task Tab_OffersTheWord(string shell, string tab, string word)
    {
        Assert.SkipWhen(shell == "pwsh" && RealServer.Find(shell) is null, "pwsh is not installed: no Debian package has it");
        Programs.Require(shell);
        string before = shell == "zsh" ? "compdef() { }\n" : "";
        folder.Write("try", System.Text.Encoding.UTF8.GetBytes(before + (await phonesim.RunAsync($"completion {shell}")).Output + "\n" + tab + "\n"));
        File.Move(folder.PathOf("try"), folder.PathOf("try.ps1"));
        Finished run = await Finished.RunAsync(RealServer.Find(shell)!, shell == "pwsh" ? ["-NoProfile", "-File", folder.PathOf("try.ps1")] : [folder.PathOf("try.ps1")], TimeSpan.FromSeconds(60),
            new Dictionary<string, string> { ["PATH"] = $"{folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}", ["HOME"] = folder.Path });
        Assert.Equal(word, run.Output.Trim().Split('\t')[0]);
    }
}
