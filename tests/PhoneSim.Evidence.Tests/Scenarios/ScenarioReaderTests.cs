using PhoneSim.Phone.Documents;

namespace PhoneSim.Evidence.Tests.Scenarios;

/// <summary>A user's scenario: every mistake at once, with its line and what would be right.</summary>
public sealed class ScenarioReaderTests
{
    private const string Minimal = """
        title: t
        story: s
        phone: { profile: 7962 }
        steps:
        """;

    [Fact]
    public void SeveralMistakes_AreAllReportedWithTheirLines()
    {
        IReadOnlyList<DocumentError> errors = ScenarioFiles.ErrorsOf("""
            title: t
            colour: red
            phone:
              profile: 7963
              mac: 12
            steps:
              - poweron
            """);
        AssertReported(errors, 1, "story", "is missing");
        AssertReported(errors, 4, "profile", "there is no profile \"7963\"; did you mean");
        AssertReported(errors, 5, "mac", "12 hexadecimal digits");
    }

    [Theory]
    [InlineData("  - poweron", "must be one of: power-on, reset, restart, factory-reset")]
    [InlineData("  - press: [settings, 'hex:XYZ']", "'hex:…' is no key")]
    [InlineData("  - expect: { outcome: fine }", "must be one of: registered, configured")]
    [InlineData("  - expect: { outcom: registered }", "unknown field \"outcom\", did you mean \"outcome\"")]
    [InlineData("  - expect: { config: { ful: true } }", "unknown field \"ful\", did you mean \"full\"")]
    [InlineData("  - expect: { seconds: { atMost: soon } }", "must be a number of seconds")]
    [InlineData("  - expect: { files: [[a]] }", "each item is a name, or \"name: value\"")]
    [InlineData("  - faults: { loss: 2 }", "must be a share from 0 to 1")]
    [InlineData("  - faults: { loss: 0.6, delay: 0.6 }", "more than 1 together")]
    [InlineData("  - answers: { a: maybe }", "must be one of: not-found, silence, garbage, error N")]
    [InlineData("  - answers: { a: { text: a, size: 1 } }", "with one of: text, signed, file, size")]
    [InlineData("  - regenerate: [ROOT]", "must be a list of: SAST, CUCM, CAPF, TVS")]
    [InlineData("  - move: { at: 'host:port' }", "must be HOST or HOST:PORT")]
    [InlineData("  - move: { lab: {}, at: host }", "a server is one of: lab, folder, at")]
    [InlineData("  - move: { folder: nowhere }", "there is no folder")]
    [InlineData("  - lab: { capfMode: shouting }", "must be one of: auth-string, null-string, lsc, mic")]
    [InlineData("  - lab: { key: 12 }\n    wait: 1", "a step is one thing; found 2: lab, wait")]
    [InlineData("  - load: { profile: 7962, change: { encryption: { method: manual } } }", "must be manual-aes128 or manual-rc4")]
    public void Mistake_InAStep_IsReportedWithWhatWouldBeRight(string step, string message) => AssertReported(ScenarioFiles.ErrorsOf($"{Minimal}\n{step}"), 5, "", message);

    [Theory]
    [InlineData("title: [", 1)]
    [InlineData("title: t\nstory: *nobody", 2)]
    [InlineData("title: t\ntitle: u", 2)]
    [InlineData("- a list", 1)]
    [InlineData("", 1)]
    public void NoScenario_IsReportedWithItsPlace(string yaml, int line) => Assert.Contains(ScenarioFiles.ErrorsOf(yaml), e => e.Line >= line && e.Message.Length > 0);

    [Fact]
    public void DeepNesting_IsRefused() => AssertReported(ScenarioFiles.ErrorsOf(new string('[', 100)), 1, "", "more than 32 levels");

    [Fact]
    public void KeyOfTheWrongSize_IsNamedWithTheRightOne() =>
        AssertReported(ScenarioFiles.ErrorsOf("title: t\nstory: s\nphone:\n  profile: 7962-sip-manual\n  flash: { key: 1234 }\nsteps: []"), 5, "key", "must be 32 hexadecimal digits");

    private static void AssertReported(IReadOnlyList<DocumentError> errors, int line, string path, string message) =>
        Assert.True(errors.Any(e => e.Line == line && e.Path.Contains(path, StringComparison.Ordinal) && e.Message.Contains(message, StringComparison.Ordinal)), $"not said: {message}\nsaid: {string.Join('\n', errors)}");
}
