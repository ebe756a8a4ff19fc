using System.Diagnostics;
using PhoneSim.Evidence.Explain;
using PhoneSim.Formats.Capture;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Explain;

/// <summary>Traffic of a client that is not ours with a server that is not ours, captured by a program that is not ours.</summary>
[Trait("Category", "Interop")]
public sealed class ForeignCaptureTests
{
    /// <summary>Nobody else's: other tests speak on the same interface meanwhile.</summary>
    private const string Device = "SEP00DD00CC00EE";

    [Fact]
    public async Task CurlBeforeTftpdHpa_CapturedByDumpcap_IsExplained()
    {
        Programs.Require(TftpdHpa.Program, Dumpcap.Program, "curl");
        using TemporaryFolder root = new();
        root.Write($"ITL{Device}.tlv", Vectors.Bytes("sha1/ITLFile.tlv"));
        root.Write($"{Device}.cnf.xml.enc.sgn", Vectors.Bytes("sha1/SEP001122334455.cnf.xml.enc.sgn"));
        using TftpdHpa server = TftpdHpa.Start(root.Path);
        using TemporaryFolder output = new();
        using (Dumpcap dumpcap = await Dumpcap.StartAsync(output.PathOf("real.pcapng"), "udp and host 127.0.0.1"))
        {
            foreach (string file in new[] { $"CTL{Device}.tlv", $"ITL{Device}.tlv", $"{Device}.cnf.xml.enc.sgn" })
                await AskAsync($"tftp://127.0.0.1:{server.Port}/{file}");
            await dumpcap.StopAsync();
        }

        ExplainOptions options = new() { Profiles = new(), PrivateKey = Vectors.Key("phone-lsc"), Profile = new PhoneSim.Phone.Profiles.ProfileStore().Find("7962") };
        CaptureConversations traffic = CaptureConversations.Of(CaptureFile.Parse(await File.ReadAllBytesAsync(output.PathOf("real.pcapng"), TestContext.Current.CancellationToken)));
        ExplainedPhone phone = CaptureStory.Of(traffic, options).Single(p => p.Name == Device);
        Assert.Equal(["not-found", "ok", "ok"], phone.Steps.Select(s => s.Answer));
        Assert.Equal($"has a full configuration, {Device}.cnf.xml.enc.sgn", phone.Conclusions[^1]);
    }

    private static async Task AskAsync(string url)
    {
        using Process curl = Process.Start(new ProcessStartInfo(RealServer.Find("curl")!, ["--silent", "--max-time", "20", "--output", "/dev/null", url]))!;
        await curl.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }
}
