using System.Net;
using System.Text.Json;
using PhoneSim.Cli.Tests.Otlp;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>lab serve: the ready line, changes while it serves, ports in use.</summary>
public sealed class LabServeTests : IDisposable
{
    private const string Phone = "SEP001122334455";
    private const string FreePorts = "--tftp-port 0 --http-port 0 --https-port 0 --capf-port 0 --tvs-port 0 --sip-port 0 --secure-sip-port 0 --sccp-port 0 --secure-sccp-port 0";

    private readonly CommandLine phonesim = new();

    public LabServeTests() => SharedKeys.CopyTo(phonesim.PathOf("lab/pki"));

    public void Dispose() => phonesim.Dispose();

    [Fact]
    public async Task Json_ReadyLine_NamesEveryServer()
    {
        await using ServingLab lab = await ServeAsync("--json");
        JsonElement ready = JsonDocument.Parse(lab.Ready).RootElement;
        Assert.Equal("ready", ready.GetProperty("type").GetString());
        foreach (string name in new[] { "tftp", "http", "https", "capf", "tvs", "sip", "sips", "sccp" })
            Assert.InRange(IPEndPoint.Parse(ready.GetProperty(name).GetString()!).Port, 1, 65535);
    }

    [Fact]
    public async Task Words_ReadyLine_SaysTheSame()
    {
        await using ServingLab lab = await ServeAsync("");
        Assert.Matches(@"^ready: tftp 127\.0\.0\.1:\d+, http 127\.0\.0\.1:\d+, .*; state in ", lab.Ready);
    }

    [Fact]
    public async Task Cancelled_EndsWithZero()
    {
        ServingLab lab = await ServeAsync("");
        Assert.Equal(0, await lab.StopAsync());
    }

    [Fact]
    public async Task ChangesWhileItServes_TakeEffectAtOnce()
    {
        await using ServingLab lab = await ServeAsync("--json");
        await RunAsync($"lab phone add {Phone} --profile 7962-sip-manual --root {Root}");
        Assert.Equal("registered", await BootAsync(lab));
        await RunAsync($"lab phone set {Phone} --encrypted-config on --key 77777777777777777777777777777777 --root {Root}");
        Assert.Equal("minimal", await BootAsync(lab));
        await RunAsync($"lab phone remove {Phone} --root {Root}");
        Assert.Equal("XMLDefault.cnf.xml", (await RunBootAsync(lab)).Json.GetProperty("requests").EnumerateArray().Last().GetProperty("file").GetString());
    }

    [Fact]
    public async Task PortInUse_NamesItAndExitsWithThree()
    {
        await using ServingLab lab = await ServeAsync("--json");
        int taken = lab.Tftp.Port;
        CommandLine.Run second = await phonesim.RunAsync($"lab serve --root {Root} {FreePorts.Replace("--tftp-port 0", $"--tftp-port {taken}", StringComparison.Ordinal)}");
        Assert.Equal(3, second.Code);
        Assert.Contains($"--tftp-port {taken}", Assert.Single(second.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab phone list")]
    [InlineData("lab phone show SEP001122334455")]
    public async Task LookingAtALabThatIsNotThere_MakesNone(string line)
    {
        await phonesim.RunAsync($"{line} --root {phonesim.PathOf("nowhere")}");
        Assert.False(Directory.Exists(phonesim.PathOf("nowhere")));
    }

    [Fact]
    public async Task FolderThatCannotBeMade_ExitsWithThree()
    {
        CommandLine.Run run = await phonesim.RunAsync($"lab serve --root /dev/null/lab {FreePorts}");
        Assert.Equal(3, run.Code);
        Assert.Contains("/dev/null/lab", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Otlp_WhenItEnds_TheCollectorHasWhatPhonesAsked()
    {
        await using OtlpReceiver collector = await OtlpReceiver.OverHttpAsync();
        ServingLab lab = await ServeAsync($"--json --otlp {collector.Url}");
        await RunBootAsync(lab);
        await lab.StopAsync();
        Assert.True(collector.Export["phonesim.lab.requests ok read tftp"] > 0, collector.Export.Names);
        Assert.Equal("By", collector.Export.UnitOf("phonesim.lab.sent"));
    }

    private string Root => phonesim.PathOf("lab");

    private Task<ServingLab> ServeAsync(string more) => ServingLab.StartAsync($"lab serve --root {Root} {FreePorts} {more}");

    private async Task<string?> BootAsync(ServingLab lab) => (await RunBootAsync(lab)).Json.GetProperty("outcome").GetString();

    private Task<CommandLine.Run> RunBootAsync(ServingLab lab) =>
        phonesim.RunAsync($"boot --server {lab.Tftp} --http-port 0 --https-port 0 --profile 7962-sip-manual --flash {phonesim.PathOf("flash")} --json");

    private async Task RunAsync(string line) => Assert.Equal(0, (await phonesim.RunAsync(line)).Code);
}
