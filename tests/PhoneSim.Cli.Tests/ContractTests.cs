using System.Text.Json;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>shared/spec/cli.md, sentence by sentence: what scripts may rely on.</summary>
public sealed class ContractTests : IDisposable
{
    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Theory]
    [InlineData("boot --resets 3 --explain --until Evaluating --no-register --timeout 20")]
    [InlineData("press settings")]
    public async Task SharedOptions_AllAtOnce_AreTaken(string command)
    {
        await using LabPhoneBench bench = new("7962");
        CommandLine.Run run = await phonesim.RunAsync($"{command} --profile 7962 --profiles {phonesim.Folder} --mac 00:11:22:33:44:55 --server {bench.Tftp} --server localhost:{bench.Tftp.Port} --http-port 0 --https-port 0 "
            + $"--flash {phonesim.PathOf("flash")} --mic {Vectors.PathOf("keys/phone-mic.pem")} --auth-string 12345 --seed 7 --time-scale 2.5 --capf 127.0.0.1 --tvs [::1]:2445 --json --show-secrets");
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("001122334455")]
    [InlineData("00:11:22:33:44:55")]
    [InlineData("00-11-22-33-44-55")]
    [InlineData("0011.2233.4455")]
    public async Task Mac_InEverySpelling_IsTheSameDevice(string mac)
    {
        CommandLine.Run run = await UnreachableAsync($"--mac {mac} --json");
        Assert.Equal("SEP001122334455", run.Json.GetProperty("device").GetString());
    }

    [Fact]
    public async Task ResultLine_HasEveryField()
    {
        string[] expected = ["type", "schema", "device", "profile", "outcome", "config", "requests", "trust", "certificate", "capf", "digestCredentials", "statusMessages", "resets", "ms"];
        CommandLine.Run run = await UnreachableAsync("--json");
        Assert.Subset(run.Json.EnumerateObject().Select(p => p.Name).ToHashSet(), expected.ToHashSet());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("config").ValueKind);
        Assert.Equal(["file", "transport", "server", "answer", "bytes", "ms"], run.Json.GetProperty("requests")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Events_HaveTypeTimeAndAKnownKind()
    {
        await using LabPhoneBench bench = new("7962");
        string[] kinds = ["state", "request", "answer", "trust", "decrypt", "capf", "tvs", "status", "flash", "reset", "register", "decision"];
        CommandLine.Run run = await phonesim.RunAsync($"boot --profile 7962 --server {bench.Tftp} --http-port 0 --https-port 0 --flash {phonesim.PathOf("flash")} --json");
        foreach (JsonElement line in run.Lines.SkipLast(1).Select(l => JsonDocument.Parse(l).RootElement))
        {
            Assert.Equal("event", line.GetProperty("type").GetString());
            Assert.True(line.GetProperty("t").TryGetDateTimeOffset(out _));
            Assert.Contains(line.GetProperty("kind").GetString(), kinds);
        }
    }

    [Fact]
    public async Task SecondServer_OnAPortOfItsOwn_IsAskedWhenTheFirstIsSilent()
    {
        await using LabPhoneBench bench = new("7962");
        CommandLine.Run run = await phonesim.RunAsync($"boot --profile 7962 --server 127.0.0.1:9 --server {bench.Tftp} --http-port 0 --https-port 0 --flash {phonesim.PathOf("flash")} --json");
        Assert.Equal(0, run.Code);
        Assert.Equal(["127.0.0.1:9", bench.Tftp.ToString()], run.Json.GetProperty("requests").EnumerateArray().Select(r => r.GetProperty("server").GetString()).Distinct());
    }

    [Fact]
    public async Task Until_StateThatIsReached_ExitsWithZero()
    {
        CommandLine.Run run = await UnreachableAsync("--until FetchingItl --json");
        Assert.Equal((0, "FetchingItl"), (run.Code, run.Json.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Timeout_SilentServer_EndsWithTheResultLine()
    {
        using System.Net.Sockets.UdpClient silent = new(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        CommandLine.Run run = await phonesim.RunAsync($"boot --profile 7962 --server {silent.Client.LocalEndPoint} --http-port 0 --https-port 0 --flash {phonesim.PathOf("flash")} --timeout 0.3 --json");
        Assert.Equal((1, "FetchingCtl"), (run.Code, run.Json.GetProperty("state").GetString()));
        Assert.Contains("gave up after 0.3 s", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flash_WithoutTheOption_IsAFolderPerDevice() =>
        Assert.EndsWith(Path.Combine("phonesim", "flash", "SEP001122334455"), PhoneSim.Phone.Flash.FolderFlash.DefaultFolder(PhoneSim.Phone.DeviceName.TryParse("001122334455", out var name) ? name : throw new InvalidOperationException()), StringComparison.Ordinal);

    [Fact]
    public async Task FlashThatCannotBeWritten_ExitsWithThree()
    {
        CommandLine.Run run = await phonesim.RunAsync("boot --server 127.0.0.1:9 --flash /dev/null/flash");
        Assert.Equal(3, run.Code);
        Assert.Contains("/dev/null/flash", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowSecrets_PrintsWhatIsDotsWithoutIt()
    {
        await using LabPhoneBench bench = new("7962-sip-manual");
        string boot = $"boot --profile 7962-sip-manual --server {bench.Tftp} --http-port 0 --https-port 0 --no-register --flash {phonesim.PathOf("flash")}";
        Assert.DoesNotContain("digest-s3cret", (await phonesim.RunAsync(boot)).All, StringComparison.Ordinal);
        Assert.Contains("digest-s3cret", (await phonesim.RunAsync($"{boot} --show-secrets")).Output, StringComparison.Ordinal);
        CommandLine.Run json = await phonesim.RunAsync($"{boot} --show-secrets --json");
        Assert.Equal("result", json.Json.GetProperty("type").GetString());
        Assert.Contains("digest-s3cret", json.Lines[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "••••••••••••••••")]
    [InlineData("--show-secrets", "0123456789ABCDEF")]
    public async Task Press_KeyBeingTyped_IsDotsUnlessAskedFor(string option, string shown)
    {
        CommandLine.Run run = await phonesim.RunAsync($"press --profile 7962-sip-manual --flash {phonesim.PathOf("flash")} {option} settings 'row:Unlock Phone' text:cisco soft:Accept 'row:Security Configuration' 'row:Set Cfg Encrypt Key' hex:0123456789ABCDEF");
        Assert.Contains(shown, run.Output, StringComparison.Ordinal);
        Assert.Contains("16/32", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("boot --server 192.0.2.10 --timeout 0")]
    [InlineData("boot --server 192.0.2.10 --resets -1")]
    [InlineData("boot --server 192.0.2.10 --until nowhere")]
    [InlineData("boot --server 192.0.2.10 --seed x")]
    [InlineData("boot --server 192.0.2.10 --http-port 70000")]
    [InlineData("boot --server 192.0.2.10 --auth-string abc")]
    [InlineData("boot --server 192.0.2.1 --server 192.0.2.2 --server 192.0.2.3")]
    [InlineData("boot --server 192.0.2.10 --mic /nowhere.pem")]
    [InlineData("boot --server 192.0.2.10 --capf :3804")]
    [InlineData("lab serve --tftp-port x")]
    [InlineData("lab serve --bind here")]
    [InlineData("lab mixed-mode maybe")]
    [InlineData("completion tcsh")]
    [InlineData("press")]
    public async Task Mistake_IsOneLineOfPlainWords(string line)
    {
        CommandLine.Run run = await phonesim.RunAsync(line);
        Assert.Equal((2, ""), (run.Code, run.Output));
        string error = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Debug_AddsTheStackTrace_NothingElseDoes()
    {
        const string line = "inspect /nowhere.tlv";
        Assert.DoesNotContain("   at ", (await phonesim.RunAsync(line)).Error, StringComparison.Ordinal);
        Assert.Contains("   at ", (await phonesim.RunAsync($"{line} --debug")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_FileOfAnotherKind_SaysSo()
    {
        CommandLine.Run run = await phonesim.RunAsync($"inspect {Vectors.PathOf("keys/CUCM.pem")}");
        Assert.Equal(1, run.Code);
        Assert.Contains("CUCM.pem is no file a phone reads", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLine.Run> UnreachableAsync(string more) =>
        phonesim.RunAsync($"boot --server 127.0.0.1:9 --profile 7962 --mic {Vectors.PathOf("keys/phone-mic.pem")} --http-port 0 --https-port 0 --flash {phonesim.PathOf("flash")} --time-scale 100 {more}");
}
