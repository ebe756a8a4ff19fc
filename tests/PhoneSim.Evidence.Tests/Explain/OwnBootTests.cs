using PhoneSim.Evidence.Explain;
using PhoneSim.Formats.Capture;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Http;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Explain;

/// <summary>Boots of our own phone, captured: the explanation of the capture says what the phone itself said.</summary>
public sealed class OwnBootTests
{
    [Theory]
    [InlineData("7962", false)]
    [InlineData("6901", false)]
    [InlineData("8845", true)]
    public async Task Capture_OfABoot_TellsWhatThePhoneTold(string profile, bool http)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Database.Save(bench.Database.Cluster with { MixedMode = true });
        bench.Change(phone => phone with { EncryptedConfig = true, Certificate = SharedKeys.Mic.Certificate.ExportCertificatePem() });
        using MemoryStream output = new();
        PacketCapture capture = new(output, "test", "");
        BootReport report = await LabPhoneBench.BootAsync(Captured(bench, capture, http));
        capture.Close();
        ExplainedPhone phone = CaptureStory.Of(CaptureConversations.Of(CaptureFile.Parse(output.ToArray())), Known(bench)).Single();
        Assert.Equal(report.Findings.Requests.Select(r => $"{r.File} {r.Result.AnswerText} {r.Result.Content.Length}"), phone.Steps.Where(s => s.IsFile).Select(s => $"{s.What} {s.Answer} {s.Bytes}"));
        Assert.Equal((BootOutcome.Configured, true, "SEP001122334455"), (report.Outcome, phone.IsConfigured == true, phone.Name));
        Assert.DoesNotContain(phone.Steps, step => step.IsAccepted == false);
    }

    private static PhoneOptions Captured(LabPhoneBench bench, PacketCapture capture, bool http) => bench.FilesOnly with
    {
        Transports = [new TftpTransport(bench.Profile.Fetch.Tftp, TimeProvider.System, capture.Add), .. http ? new[] { new HttpTransport(new(), TimeProvider.System, capture: capture) } : []],
        HttpPort = http ? bench.Server.Http.Port : 0,
    };

    private static ExplainOptions Known(LabPhoneBench bench) => new() { Profiles = new(), Profile = bench.Profile, Certificate = SharedKeys.Mic, PrivateKey = SharedKeys.Mic.Rsa };
}
