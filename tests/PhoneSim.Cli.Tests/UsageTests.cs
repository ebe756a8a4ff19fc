namespace PhoneSim.Cli.Tests;

/// <summary>A stranger at the command line: help, mistakes, exit codes (shared/spec/cli.md).</summary>
public sealed class UsageTests : IDisposable
{
    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("phone")]
    [InlineData("boot")]
    [InlineData("lab")]
    [InlineData("lab phone")]
    [InlineData("press")]
    [InlineData("inspect")]
    [InlineData("sign")]
    [InlineData("encrypt")]
    [InlineData("trustlist")]
    [InlineData("lab serve")]
    [InlineData("lab phone add")]
    [InlineData("lab phone set")]
    [InlineData("lab phone show")]
    [InlineData("lab phone list")]
    [InlineData("lab phone remove")]
    [InlineData("lab mixed-mode")]
    [InlineData("profiles")]
    [InlineData("diagram")]
    [InlineData("doctor")]
    [InlineData("completion")]
    [InlineData("check")]
    [InlineData("lint")]
    [InlineData("explain")]
    public async Task Help_OfEachCommand_HasAnExample(string command)
    {
        CommandLine.Run run = await phonesim.RunAsync($"{command} --help");
        Assert.Equal(0, run.Code);
        Assert.Contains($"Example:{Environment.NewLine}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"phonesim {command}".TrimEnd(), run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bot", "bot")]
    [InlineData("boot --server 192.0.2.10 --mac 00112233", "12 hexadecimal digits")]
    [InlineData("boot --server 192.0.2.10 --profile 7926x", "there is no profile 7926x; near it: 7926")]
    [InlineData("boot --server 192.0.2.10:99999", "HOST or HOST:PORT expected")]
    [InlineData("boot", "boot needs a server")]
    [InlineData("boot --server 192.0.2.10 --time-scale 0", "a number above 0")]
    [InlineData("boot --server 192.0.2.10 --profiles /nowhere", "/nowhere: no such folder")]
    [InlineData("press nonsense:1", "is no key")]
    [InlineData("press reset", "needs a server")]
    [InlineData("inspect /nowhere.tlv", "/nowhere.tlv: no such file")]
    [InlineData("diagram --format svg", "svg")]
    [InlineData("explain /nowhere.pcap", "/nowhere.pcap: no such file")]
    [InlineData("lint --profile 7962", "which file?")]
    [InlineData("lint a.cnf.xml", "--profile NAME")]
    [InlineData("lint /nowhere.cnf.xml --profile 7962", "/nowhere.cnf.xml: no such file")]
    [InlineData("lint a.cnf.xml --profile 7962 --format xml", "xml")]
    [InlineData("lint a.cnf.xml --profile 7962 --key a --hex b", "one of the two, not both")]
    [InlineData("check --server 192.0.2.10 --only nonsense", "there is no such check or group")]
    [InlineData("lab phone show 12", "SEP and the 12 hexadecimal digits")]
    public async Task Mistake_IsOneLineAndExitCodeTwo(string line, string words)
    {
        CommandLine.Run run = await phonesim.RunAsync(line.StartsWith("lab", StringComparison.Ordinal) ? $"{line} --root {phonesim.Folder}" : line);
        Assert.Equal(2, run.Code);
        string error = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.StartsWith("phonesim: ", error, StringComparison.Ordinal);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoTerminal_ScreenAsked_IsOneLineAndExitCodeThree()
    {
        CommandLine.Run run = await phonesim.RunAsync("");
        Assert.Equal(3, run.Code);
        Assert.Contains("needs a terminal", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_ListsEveryProfile_AndShowsOne()
    {
        Assert.Contains((await phonesim.RunAsync("profiles")).Lines, l => l.StartsWith("7962-sip-manual ", StringComparison.Ordinal));
        Assert.Equal("public-key", (await phonesim.RunAsync("profiles 7962 --json")).Json.GetProperty("encryption").GetString());
    }

    [Fact]
    public async Task OwnProfile_WithMistakes_AllAreReportedWithFileAndLine()
    {
        await File.WriteAllTextAsync(phonesim.PathOf("mine.json"), "{\n  \"extends\": \"nobody\",\n  \"colour\": \"red\"\n}\n", TestContext.Current.CancellationToken);
        CommandLine.Run run = await phonesim.RunAsync($"profiles --profiles {phonesim.Folder}");
        Assert.Equal(2, run.Code);
        Assert.Contains("mine.json:2", run.Error, StringComparison.Ordinal);
        Assert.Contains("mine.json:3", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mermaid", "stateDiagram-v2")]
    [InlineData("dot", "digraph")]
    public async Task Diagram_DrawsTheBootMachine(string format, string begin)
    {
        CommandLine.Run run = await phonesim.RunAsync($"diagram --format {format}");
        Assert.StartsWith(begin, run.Output, StringComparison.Ordinal);
        Assert.Contains("RequestingEncrypted", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c phonesim")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Completion_OfEachShell_IsAScript(string shell, string words) =>
        Assert.Contains(words, (await phonesim.RunAsync($"completion {shell}")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Completion_AsksTheProgram_WhichKnowsItsWords()
    {
        using StringWriter output = new();
        await CommandLineApp.RunAsync(["[suggest:11]", "phonesim la"], output, TextWriter.Null, TestContext.Current.CancellationToken);
        Assert.Contains("lab", output.ToString().Split('\n'));
    }

    [Fact]
    public async Task Doctor_SaysWhatThisMachineCanDo()
    {
        CommandLine.Run run = await phonesim.RunAsync("doctor");
        Assert.Contains(run.Lines, l => l.StartsWith("ok", StringComparison.Ordinal) && l.Contains("TLS 1.0", StringComparison.Ordinal));
        Assert.Equal(0, run.Code);
    }
}
