using System.Text;
using PhoneSim.Formats.Capture;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

public sealed class CaptureTests : IAsyncDisposable
{
    private readonly VectorServer server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Boot_Pcap_HoldsThePacketsTheDeviceAndItsVerdicts()
    {
        server.OfferVector("ITL{phone}.tlv", "sha1/ITLFile.tlv");
        await server.BootAsync($"--pcap {Pcap}");
        CaptureFile file = Read();
        Assert.Equal(2, CaptureConversations.Of(file).Datagrams.Count(d => d.To.Port == server.EndPoint.Port && Encoding.ASCII.GetString(d.Payload.Span).Contains("SEP001122334455.tlv", StringComparison.Ordinal)));
        Assert.Contains(file.Packets.SelectMany(p => p.Comments), comment => comment.StartsWith("SEP001122334455: ITLSEP001122334455.tlv accepted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pcap_WithoutShowSecrets_SaysInOneLineWhatItLacks()
    {
        CommandLine.Run run = await server.BootAsync($"--pcap {Pcap}");
        Assert.Equal($"phonesim: {Pcap} holds no TLS secrets; --show-secrets puts them in, --keylog F writes them beside it\n", run.Error);
        Assert.Empty(Read().KeyLogs);
    }

    [Fact]
    public async Task Pcap_ThatCannotBeWritten_IsTheEnvironmentsFault()
    {
        CommandLine.Run run = await server.BootAsync("--pcap /proc/no/such/file");
        Assert.Equal(3, run.Code);
        Assert.Contains("cannot write /proc/no/such/file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_Pcap_HoldsTheBootThatKeysBegan()
    {
        await server.RunAsync($"press reset --profile 7962 --mic {Vectors.PathOf("keys/phone-mic.pem")} --server {server.EndPoint} --http-port 0 --https-port 0 --flash {server.PathOf("flash")} --time-scale 100 --pcap {Pcap}");
        Assert.NotEmpty(CaptureConversations.Of(Read()).Datagrams);
    }

    [Fact]
    public async Task Check_Pcap_HoldsWhatItAsked()
    {
        await server.RunAsync($"check --only tftp --profile 7962 --server {server.EndPoint} --patience 0.2 --flash {server.PathOf("flash")} --pcap {Pcap}");
        Assert.True(CaptureConversations.Of(Read()).Datagrams.Count > 20);
    }

    [Fact]
    public async Task LabServe_Pcap_HoldsTheOtherSide()
    {
        SharedKeys.CopyTo(server.PathOf("lab/pki"));
        await using (ServingLab lab = await ServingLab.StartAsync($"lab serve --root {server.PathOf("lab")} --json --pcap {Pcap} --tftp-port 0 --http-port 0 --https-port 0 --capf-port 0 --tvs-port 0 --sip-port 0 --secure-sip-port 0 --sccp-port 0 --secure-sccp-port 0"))
            await server.RunAsync($"boot --profile 7962 --mic {Vectors.PathOf("keys/phone-mic.pem")} --server {lab.Tftp} --http-port 0 --https-port 0 --flash {server.PathOf("flash")} --time-scale 100");
        Assert.NotEmpty(CaptureConversations.Of(Read()).Datagrams);
    }

    [Theory]
    [InlineData("boot")]
    [InlineData("press")]
    [InlineData("check")]
    [InlineData("lab serve")]
    public async Task Help_NamesTheOption(string command) => Assert.Contains("--pcap <F>", (await server.RunAsync($"{command} --help")).Output, StringComparison.Ordinal);

    private string Pcap => server.PathOf("wire.pcapng");

    private CaptureFile Read() => CaptureFile.Parse(File.ReadAllBytes(Pcap));
}
