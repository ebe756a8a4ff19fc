using PhoneSim.Formats.Capture;
using PhoneSim.Network.Capture;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Capture;

/// <summary>Captures as Wireshark reads them: the 7962 speaks TLS 1.0 by BouncyCastle and TFTP, the 8845 TLS 1.2 by the platform and HTTP.</summary>
[Trait("Category", "Interop")]
public sealed class TsharkTests
{
    public static TheoryData<string, string> Boots => new() { { "127.0.0.1", "7962" }, { "::1", "7962" }, { "127.0.0.1", "8845" }, { "::1", "8845" } };

    [Theory]
    [MemberData(nameof(Boots))]
    public async Task Boot_WithSecrets_IsReadWithoutComplaintAndInClear(string address, string profile)
    {
        Programs.Require(Tshark.Program);
        await using CaptureBench bench = new(address, profile);
        await bench.BootAsync(profile, "--show-secrets");
        Assert.Empty(await ComplaintsAsync(bench.Pcap));
        Assert.Contains($"CTL{CaptureBench.Device}.tlv", await Tshark.ReadAsync(bench.Pcap, "-Y", "tftp.opcode == 1", "-T", "fields", "-e", "tftp.source_file"), StringComparison.Ordinal);
        string[] capf = (await CapfAsync(bench)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("5501", capf[0], StringComparison.Ordinal);
        Assert.Contains(capf, message => message.Contains(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(CaptureBench.Device)), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Boot_WithoutSecrets_SaysSoAndStaysClosed()
    {
        Programs.Require(Tshark.Program);
        await using CaptureBench bench = new("127.0.0.1", "8845");
        Assert.Contains("holds no TLS secrets; --show-secrets puts them in", await bench.BootAsync("8845"), StringComparison.Ordinal);
        Assert.Empty(CaptureFile.Parse(await File.ReadAllBytesAsync(bench.Pcap, TestContext.Current.CancellationToken)).KeyLogs);
        Assert.Empty(await CapfAsync(bench));
    }

    [Theory]
    [InlineData("7962")]
    [InlineData("8845")]
    public async Task KeyLogBesideTheCapture_OpensIt(string profile)
    {
        Programs.Require(Tshark.Program);
        await using CaptureBench bench = new("127.0.0.1", profile);
        await bench.BootAsync(profile, "--keylog", bench.KeyLog);
        Assert.StartsWith("5501", await CapfAsync(bench, "-o", $"tls.keylog_file:{bench.KeyLog}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_AreCommentsOnThePackets()
    {
        Programs.Require(Tshark.Program);
        await using CaptureBench bench = new("127.0.0.1", "7962");
        await bench.BootAsync("7962");
        string itl = await Tshark.ReadAsync(bench.Pcap, "-Y", "tftp && frame.comment contains \"accepted: no trust list was in flash\"", "-T", "fields", "-e", "tftp.opcode", "-e", "frame.comment");
        Assert.StartsWith("4\t", itl, StringComparison.Ordinal); // the acknowledgement of the last block
        Assert.Contains($"{CaptureBench.Device}: ITL{CaptureBench.Device}.tlv accepted", itl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Lab_CapturedFromItsSide_IsReadWithoutComplaint(string address)
    {
        Programs.Require(Tshark.Program);
        using TemporaryFolder folder = new();
        PacketCapture capture = new(new FileStream(folder.PathOf("lab.pcapng"), FileMode.CreateNew, FileAccess.ReadWrite), "test", "");
        await using (CaptureBench bench = new(address, "8845", capture))
            await bench.BootAsync("8845");
        capture.Close();
        Assert.Empty(await ComplaintsAsync(folder.PathOf("lab.pcapng")));
        Assert.Contains("401 Unauthorized", await Tshark.ReadAsync(folder.PathOf("lab.pcapng"), "-Y", "sip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_StandForTheAddressesOfTheirEnds()
    {
        Programs.Require(Tshark.Program);
        using TemporaryFolder folder = new();
        PacketCapture capture = new(new FileStream(folder.PathOf("lab.pcapng"), FileMode.CreateNew, FileAccess.ReadWrite), "test", "", name: "phonesim-lab");
        await using CaptureBench bench = new("127.0.0.2", "8845", capture);
        await bench.BootAsync("8845");
        capture.Close();
        Assert.Equal("127.0.0.2,SEP001122334455", await EndsAsync(bench.Pcap));
        Assert.Equal("127.0.0.1,phonesim-lab", await EndsAsync(folder.PathOf("lab.pcapng")));
        Assert.Empty(await ComplaintsAsync(bench.Pcap));
    }

    [Fact]
    public async Task OneAddressForBothEnds_GetsNoName()
    {
        Programs.Require(Tshark.Program);
        await using CaptureBench bench = new("127.0.0.1", "8845");
        await bench.BootAsync("8845");
        Assert.Equal("127.0.0.1", await EndsAsync(bench.Pcap));
    }

    [Theory]
    [InlineData("7962", "0x0301")]
    [InlineData("8845", "0x0303")]
    public async Task Tls_OfTheLoad_IsTheVersionItsProfileSays(string profile, string version)
    {
        Programs.Require(Tshark.Program);
        await using CaptureBench bench = new("127.0.0.1", profile);
        await bench.BootAsync(profile);
        string chosen = await Tshark.ReadAsync(bench.Pcap, "-d", $"tcp.port=={bench.CapfPort},tls", "-Y", $"tcp.port == {bench.CapfPort} && tls.handshake.type == 2", "-T", "fields", "-e", "tls.handshake.version");
        Assert.Equal(version, chosen.TrimEnd());
    }

    /// <summary>The ends of all packets, by the names in the file alone.</summary>
    private static async Task<string> EndsAsync(string file)
    {
        string ends = await Tshark.ReadAsync(file, "-N", "n", "-Y", "ip", "-T", "fields", "-E", "separator=\n", "-e", "ip.src_host", "-e", "ip.dst_host");
        return string.Join(',', ends.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Damage, and warnings of any protocol; that a TFTP server said "not found" is none.</summary>
    private static Task<string> ComplaintsAsync(string file) => Tshark.ReadAsync(file, "-Y",
        "(_ws.malformed || _ws.expert.severity >= \"Warning\" || tcp.analysis.flags || ip.checksum.status == \"Bad\" || tcp.checksum.status == \"Bad\" || udp.checksum.status == \"Bad\") && !tftp.opcode == 5");

    /// <summary>A line a packet. TLS 1.0 sends the first byte of a message in a record of its own, and tshark puts a comma between records.</summary>
    private static async Task<string> CapfAsync(CaptureBench bench, params IEnumerable<string> more) =>
        (await Tshark.ReadAsync(bench.Pcap, ["-d", $"tcp.port=={bench.CapfPort},tls", "-Y", $"tcp.port == {bench.CapfPort} && tls && data", "-T", "fields", "-e", "data.data", .. more])).Replace(",", "", StringComparison.Ordinal);
}
