using System.Text.Json;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

public sealed class LintCommandTests : IDisposable
{
    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Fact]
    public async Task RightFiles_AreExitCodeZeroAndNoError()
    {
        CommandLine.Run run = await phonesim.RunAsync($"lint --profile 7962 {Vectors.PathOf("plain.cnf.xml")} {Vectors.PathOf("sha1/ITLFile.tlv")}");
        Assert.Equal((0, "0 errors, 0 warnings, 1 note in 2 files"), (run.Code, run.Lines[^1]));
    }

    [Fact]
    public async Task Mistake_IsShownWithItsPlaceAFixAndItsClause()
    {
        CommandLine.Run run = await phonesim.RunAsync($"lint --profile 7962 {Spoilt()}");
        Assert.Equal(1, run.Code);
        Assert.Contains("SEP001122334455.cnf.xml:19:3: error value.range: <capfAuthMode> is \"9\", a number from 0 to 4 expected", run.Output, StringComparison.Ordinal);
        Assert.Contains("    see: phone-behaviour.md 2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitHub_GetsAnnotationsOnly()
    {
        CommandLine.Run run = await phonesim.RunAsync($"lint --profile 7962 --format github {Spoilt()}");
        Assert.Contains($"::error file={Spoilt()},line=19,col=3,title=value.range::<capfAuthMode> is", run.Output, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.StartsWith("::", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_IsALineForEachFindingAndTotals()
    {
        CommandLine.Run run = await phonesim.RunAsync($"lint --profile 7962 --json {Spoilt()}");
        JsonElement finding = JsonDocument.Parse(run.Lines.First(l => l.Contains("value.range", StringComparison.Ordinal))).RootElement;
        Assert.Equal((1, 19, "error"), (finding.GetProperty("schema").GetInt32(), finding.GetProperty("line").GetInt32(), finding.GetProperty("severity").GetString()));
        Assert.Equal(1, run.Json.GetProperty("errors").GetInt32());
    }

    [Theory]
    [InlineData("--key {0}/keys/phone-lsc.pem {0}/sha1/SEP001122334455.cnf.xml.enc.sgn", 0, "0 errors, 0 warnings, 0 notes in 1 file")]
    [InlineData("{0}/sha1/SEP001122334455.cnf.xml.enc.sgn", 0, "--key PEM, or --hex KEY")]
    [InlineData("--key {0}/keys/phone-mic.pem {0}/sha1/SEP001122334455.cnf.xml.enc.sgn", 1, "file.decrypts")]
    [InlineData("--list", 0, "trust.sast-count")]
    public async Task EncryptedFile_IsLookedIntoWithTheKey(string line, int code, string words)
    {
        CommandLine.Run run = await phonesim.RunAsync($"lint --profile 7962 {line.Replace("{0}", Vectors.PathOf("."), StringComparison.Ordinal)}");
        Assert.Equal(code, run.Code);
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
    }

    private string Spoilt()
    {
        string path = phonesim.PathOf("SEP001122334455.cnf.xml");
        File.WriteAllText(path, Vectors.Text("plain.cnf.xml").Replace("<capfAuthMode>2", "<capfAuthMode>9", StringComparison.Ordinal));
        return path;
    }
}
