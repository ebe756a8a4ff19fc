using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>boot --step by scripts on standard input.</summary>
public sealed class StepTests : IAsyncLifetime
{
    private const string Config = "SEP001122334455.cnf.xml.sgn";

    private readonly VectorServer server = new();

    public ValueTask InitializeAsync()
    {
        server.OfferVector("ITLSEP001122334455.tlv", "sha1/ITLFile.tlv");
        server.OfferVector(Config, "sha1/full-sgn/SEP001122334455.cnf.xml.sgn");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task EndOfInput_RunsOn()
    {
        CommandLine.Run run = await server.BootAsync("--step", input: "");
        Assert.Equal(0, run.Code);
        Assert.Contains("[1] PoweredOff: PoweredOff -> FetchingCtl (PowerOn)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[2]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PauseInspectAnswerGoOn_OutcomeChanges()
    {
        CommandLine.Run run = await server.BootAsync("--break 'verdict ok'", input: $"""
            b {Config}
            r
            s
            p tree
            p hex
            p state
            a corrupt -1
            r
            """);
        Assert.Equal(1, run.Code);
        Assert.Contains("signer name (4): CN=CUCM.lab.example", run.Output, StringComparison.Ordinal);
        Assert.Contains("    000000  01 00 02 01 00 02 00", run.Output, StringComparison.Ordinal);
        Assert.Contains("NotFound -> RequestingDefault", run.Output, StringComparison.Ordinal);
        Assert.Contains("answer: byte -1 inverted", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected", run.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notfound", "no-config")]
    [InlineData("timeout", "unreachable")]
    public async Task AnswerInTheServersPlace_DecidesTheOutcome(string answer, string outcome)
    {
        string goOn = string.Concat(Enumerable.Repeat($"a {answer}\nr\n", 3));
        CommandLine.Run run = await server.BootAsync("--json --break 'file SEP*' --break 'file XMLDefault*'", input: goOn);
        Assert.Equal((1, outcome), (run.Code, run.Json.GetProperty("outcome").GetString()));
        Assert.Contains("rule: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherFile_IsTakenForTheServers()
    {
        CommandLine.Run run = await server.BootAsync($"--json --break {Config}", input: $"a file {Vectors.PathOf("plain.cnf.xml")}\nr\n");
        Assert.Equal((1, "rejected"), (run.Code, run.Json.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Quit_EndsWithWhatIsKnown()
    {
        CommandLine.Run run = await server.BootAsync("--step", input: "s\ns\nq\n");
        Assert.Equal(1, run.Code);
        Assert.Contains("left in state FetchingCtl", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_AreAnsweredInALine_AndThePauseStays()
    {
        CommandLine.Run run = await server.BootAsync("--step", input: "jump\na notfound\nb state Nowhere\nb\np\na file /no/such\nh\nr\n");
        Assert.Equal(0, run.Code);
        foreach (string line in new[] { "'jump' is no command", "where a file is asked or answered", "is no state", "no breakpoints", "no file has been asked", "/no/such", "q quit" })
            Assert.Contains(line, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeBootPrinted_HoldsNoSecret()
    {
        CommandLine.Run run = await server.BootAsync("--step", input: string.Concat(Enumerable.Repeat("p tree\np hex\ns\n", 60)));
        Assert.Equal(0, run.Code);
        Assert.Contains("authPassword: ••••", run.Output, StringComparison.Ordinal);
        string text = string.Concat(run.Lines.Where(line => line.Length > 16).Select(line => line[^16..]));
        Assert.All([run.Output, text], told => SecretSearch.AssertNone(["24680", "digest-s3cret", "ssh-s3cret"], told));
    }

    [Fact]
    public async Task UnknownState_IsAUsageError()
    {
        CommandLine.Run run = await server.BootAsync("--break 'state Nowhere'");
        Assert.Equal(2, run.Code);
        Assert.Contains("--break state Nowhere: no such state", run.Error, StringComparison.Ordinal);
    }
}
