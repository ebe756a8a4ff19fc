using PhoneSim.Evidence.Scenarios.Running;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Scenarios;

/// <summary>What a scenario says when something is not as expected, and its servers.</summary>
public sealed class ScenarioRunTests
{
    [Fact]
    public async Task OtherFiles_AreShownBesideTheExpectedOnes()
    {
        ScenarioResult result = await ScenarioFiles.PlayAsync("""
            title: t
            story: s
            phone: { profile: 7962, register: false }
            steps:
              - power-on
              - expect:
                  outcome: configured
                  files:
                    - CTLSEP<MAC>.tlv: not-found
                    - SEP<MAC>.cnf.xml.enc.sgn: ok
            """);
        ScenarioCase differs = Assert.Single(result.Cases, c => !c.IsMet);
        Assert.Equal((9, "files", "after power-on in line 5"), (differs.Line, differs.What, differs.After));
        Assert.Equal(["  CTLSEP001122334455.tlv: not-found", "- SEP001122334455.cnf.xml.enc.sgn: ok", "+ ITLSEP001122334455.tlv: ok", "+ SEP001122334455.cnf.xml.sgn: ok"], differs.Difference!.Select(d => $"{d}"));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("firmware-profiles/scenarios/README.md")]
    public async Task ExampleOfAReadme_IsAsExpected(string readme)
    {
        string text = File.ReadAllText(Path.Combine(Vectors.PathOf(""), "..", "..", readme));
        ScenarioResult result = await ScenarioFiles.PlayAsync(text.Split("```yaml")[1].Split("```")[0]);
        Assert.True(result.Succeeded, string.Join('\n', result.Cases.SelectMany(c => c.Difference ?? [])));
    }

    [Theory]
    [InlineData("outcome: rejected", "- rejected", "+ configured")]
    [InlineData("notAsked: SEP<MAC>.cnf.xml.sgn", "+ SEP001122334455.cnf.xml.sgn", null)]
    [InlineData("asked: [CTLSEP<MAC>.tlv, XMLDefault.cnf.xml]", "- XMLDefault.cnf.xml", null)]
    [InlineData("config: { signature: invalid }", "- invalid", "+ valid")]
    [InlineData("capf: [\"user: install stored\"]", "- user: install stored", null)]
    [InlineData("screen: Welcome", "- Welcome", null)]
    [InlineData("resets: 3", "- 3", "+ 0")]
    [InlineData("events: [\"state PoweredOff\", \"state Nowhere\"]", "- state Nowhere", null)]
    [InlineData("seconds: { atLeast: 3600 }", "- at least 3600 s", null)]
    [InlineData("changed: SEP<MAC>.cnf.xml.sgn", "- SEP001122334455.cnf.xml.sgn", null)]
    [InlineData("refused: anything", "- anything", null)]
    public async Task Expectation_NotMet_SaysWhatWasSeen(string expected, string missing, string? seen)
    {
        ScenarioResult result = await ScenarioFiles.PlayAsync($"title: t\nstory: s\nphone: {{ profile: 7962, register: false }}\nsteps:\n  - power-on\n  - expect:\n      {expected}\n");
        string[] lines = [.. result.Cases.Single().Difference!.Select(d => $"{d}")];
        Assert.Contains(missing, lines);
        if (seen is not null)
            Assert.Contains(seen, lines);
    }

    [Fact]
    public async Task Refusal_ThatIsNotExpected_Fails()
    {
        ScenarioResult result = await ScenarioFiles.PlayAsync("title: t\nstory: s\nphone: { profile: 7962 }\nsteps:\n  - power-on\n  - press: soft:Nonsense\n");
        Assert.Contains("no such softkey", Assert.Single(result.Cases).Difference![1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_IsServedWithAnswersOverIt()
    {
        ScenarioResult result = await ScenarioFiles.PlayAsync($$"""
            title: t
            story: s
            phone: { profile: 7962, register: false }
            server: { folder: '{{Vectors.PathOf("sha1/full-sgn")}}' }
            answers:
              CTLSEP<MAC>.tlv: { file: '{{Vectors.PathOf("sha1/CTLSEP001122334455.tlv")}}' }
            steps:
              - power-on
              - expect: { outcome: configured, trust: { ctl: initial }, config: { signature: valid } }
            """);
        Assert.True(result.Succeeded, string.Join('\n', result.Cases.SelectMany(c => c.Difference ?? [])));
    }

    [Fact]
    public async Task ExternalServer_ThatIsNotThere_IsUnreachable()
    {
        ScenarioResult result = await ScenarioFiles.PlayAsync("""
            title: t
            story: s
            phone: { profile: 7962 }
            server: { at: 'no-such-host.invalid' }
            steps: [power-on]
            """);
        Assert.Equal("server", Assert.Single(result.Cases).What);
    }

    [Fact]
    public async Task OtherSeed_LosesOtherDatagrams()
    {
        const string Yaml = "title: t\nstory: s\nphone: { profile: 7962, register: false }\nfaults: { loss: 0.3 }\nsteps: [power-on]\n";
        int[] lost = [.. (await Task.WhenAll(new ulong[] { 1, 2, 3, 4 }.Select(seed => ScenarioFiles.PlayAsync(Yaml, seed)))).Select(r => r.Tally.Lost)];
        Assert.True(lost.Distinct().Count() > 1, string.Join(' ', lost));
    }
}
