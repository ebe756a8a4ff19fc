using System.Text.Json;
using System.Xml.Linq;

namespace PhoneSim.Cli.Tests;

/// <summary><c>phonesim run</c> as a stranger uses it.</summary>
public sealed class RunCommandTests : IDisposable
{
    private const string Scenario = """
        title: Mine
        story: Mine
        phone: { profile: 7962, register: false }
        steps:
          - power-on
          - expect: { outcome: OUTCOME }
        """;

    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Fact]
    public async Task OwnFile_AsExpected_ExitsWith0()
    {
        CommandLine.Run run = await phonesim.RunAsync($"run {Written("configured")}");
        Assert.True(run.Code == 0, run.All);
        Assert.StartsWith("pass  mine: Mine (1 expectation, ", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnFile_Different_ExitsWith1_AndShowsBoth()
    {
        string file = Written("rejected");
        CommandLine.Run run = await phonesim.RunAsync($"run {file}");
        Assert.Equal(1, run.Code);
        Assert.Contains($"      {file}:6: outcome, after power-on in line 5; - expected, + seen\n        - rejected\n        + configured\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_AreAllNamed_ExitsWith2()
    {
        File.WriteAllText(phonesim.PathOf("mine.yaml"), "title: Mine\nphone: { profile: 7963 }\nsteps: [jump]\n");
        CommandLine.Run run = await phonesim.RunAsync($"run {phonesim.PathOf("mine.yaml")}");
        Assert.Equal(2, run.Code);
        Assert.Contains("mine.yaml:1:1: story: is missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("mine.yaml:2:19: phone.profile: there is no profile \"7963\"; did you mean", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownName_SaysWhatIsNear()
    {
        CommandLine.Run run = await phonesim.RunAsync("run manual-key-rigth");
        Assert.Equal(2, run.Code);
        Assert.Contains("did you mean manual-key-right", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NamesEveryScenario_AndPlaysNone()
    {
        CommandLine.Run run = await phonesim.RunAsync("run --list --only faults,migration");
        Assert.Equal(0, run.Code);
        Assert.Contains(run.Lines, line => line.StartsWith("migration-through-tvs ", StringComparison.Ordinal));
        Assert.All(run.Lines, line => Assert.Matches("^(faults|migration)-", line));
    }

    [Fact]
    public async Task NothingToPlay_IsAUsageError() => Assert.Equal(2, (await phonesim.RunAsync("run --only nonsense")).Code);

    [Fact]
    public async Task Json_HasALineACase_ThenTheScenario_ThenTotals()
    {
        CommandLine.Run run = await phonesim.RunAsync($"run {Written("rejected")} --json --events --seed 9");
        JsonElement[] lines = [.. run.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["case", "scenario", "result"], lines.TakeLast(3).Select(l => l.GetProperty("type").GetString()));
        Assert.Equal((9UL, "fail"), (lines[^2].GetProperty("seed").GetUInt64(), lines[^2].GetProperty("verdict").GetString()));
        Assert.Equal("state PoweredOff -> FetchingCtl (PowerOn)", lines[1].GetProperty("event").GetString());
        Assert.Equal(1, lines[^1].GetProperty("fail").GetInt32());
    }

    [Fact]
    public async Task Reports_NameTheScenario_AndHoldNoSecret()
    {
        CommandLine.Run run = await phonesim.RunAsync($"run manual-key-right digest-credentials-kept --junit {phonesim.PathOf("run.xml")} --html {phonesim.PathOf("run.html")}");
        Assert.True(run.Code == 0, run.All);
        Assert.Equal(["manual-key-right", "digest-credentials-kept"], XDocument.Load(phonesim.PathOf("run.xml")).Descendants("testsuite").Select(s => s.Attribute("name")!.Value));
        string html = File.ReadAllText(phonesim.PathOf("run.html"));
        Assert.Contains("SEP001122334455.cnf.xml.enc.sgn", html, StringComparison.Ordinal);
        Assert.DoesNotContain("digest-s3cret", html + run.All, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567890ABCDEF", html + run.All, StringComparison.Ordinal);
    }

    private string Written(string outcome)
    {
        File.WriteAllText(phonesim.PathOf("mine.yaml"), Scenario.Replace("OUTCOME", outcome, StringComparison.Ordinal));
        return phonesim.PathOf("mine.yaml");
    }
}
