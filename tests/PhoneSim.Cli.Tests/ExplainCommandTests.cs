using System.Text.Json;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

public sealed class ExplainCommandTests : IAsyncDisposable
{
    private readonly VectorServer server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task SavedRunAndCapture_OfOneBoot_TellTheSameFiles()
    {
        string run = await BootAsync();
        JsonElement saved = (await server.RunAsync($"explain {run} --json")).Json, captured = (await server.RunAsync($"explain {Pcap} --profile 7962 --key {Vectors.PathOf("keys/phone-mic.pem")} --json")).Json;
        Assert.Equal(Files(saved), Files(captured));
        Assert.True(saved.GetProperty("configured").GetBoolean() && captured.GetProperty("configured").GetBoolean());
        Assert.Equal(1, captured.GetProperty("schema").GetInt32());
    }

    [Fact]
    public async Task Words_SayWhatWasAskedWhatItHoldsAndHowItEnded()
    {
        await BootAsync();
        CommandLine.Run explained = await server.RunAsync($"explain {Pcap} --key {Vectors.PathOf("keys/phone-mic.pem")}");
        Assert.Equal(0, explained.Code);
        Assert.Contains("(assumed, since it asks TFTP only", explained.Output, StringComparison.Ordinal);
        Assert.Contains("  => has a full configuration, SEP001122334455.cnf.xml.enc.sgn", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boot_Html_IsThePageOfItsExplanation()
    {
        Offer();
        await server.BootAsync($"--html {server.PathOf("boot.html")} --junit {server.PathOf("boot.xml")}");
        string page = await File.ReadAllTextAsync(server.PathOf("boot.html"), TestContext.Current.CancellationToken);
        Assert.Contains("<h1>phonesim boot of SEP001122334455</h1>", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"sequence diagram\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("digest-s3cret", page, StringComparison.Ordinal);
        Assert.Contains("failures=\"0\"", await File.ReadAllTextAsync(server.PathOf("boot.xml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain.cnf.xml", "'phonesim inspect' looks into single files")]
    [InlineData("keys/CUCM.pem", "neither a capture")]
    public async Task File_OfAnotherKind_IsSaidSo(string vector, string words)
    {
        CommandLine.Run run = await server.RunAsync($"explain {Vectors.PathOf(vector)}");
        Assert.Equal(1, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    private string Pcap => server.PathOf("wire.pcapng");

    private static string[] Files(JsonElement phone) => [.. phone.GetProperty("steps").EnumerateArray().Where(s => s.TryGetProperty("file", out _)).Select(s => $"{s.GetProperty("file").GetString()} {s.GetProperty("answer").GetString()}")];

    private void Offer()
    {
        server.OfferVector("ITL{phone}.tlv", "sha1/ITLFile.tlv");
        server.OfferVector("{phone}.cnf.xml.sgn", "sha1/mic/SEP001122334455.cnf.xml.sgn");
        server.OfferVector("{phone}.cnf.xml.enc.sgn", "sha1/mic/SEP001122334455.cnf.xml.enc.sgn");
    }

    /// <returns>Where the lines of its <c>--json</c> are.</returns>
    private async Task<string> BootAsync()
    {
        Offer();
        CommandLine.Run run = await server.BootAsync($"--json --pcap {Pcap}");
        await File.WriteAllTextAsync(server.PathOf("run.jsonl"), run.Output, TestContext.Current.CancellationToken);
        return server.PathOf("run.jsonl");
    }
}
