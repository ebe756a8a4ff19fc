using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>Which transport a file comes over (shared/spec/boot.md 4).</summary>
public sealed class ProvisioningScenarioTests
{
    [Fact]
    public async Task NewerPhone_TakesTrustListsOverHttp_AndItsConfigurationOverHttps()
    {
        await using LabPhoneBench bench = new("8845");
        BootReport report = await LabPhoneBench.BootAsync(bench.EveryTransport);
        Assert.Equal(BootOutcome.Configured, report.Outcome);
        Assert.Equal(TransportKind.Http, Delivered(report, "ITLSEP001122334455.tlv"));
        Assert.Equal(TransportKind.Https, Delivered(report, "SEP001122334455.cnf.xml.sgn"));
    }

    [Fact]
    public async Task NobodyOnHttp_EachFileComesOverTftp()
    {
        await using LabPhoneBench bench = new("8845");
        BootReport report = await LabPhoneBench.BootAsync(bench.EveryTransport with { HttpPort = LastingPorts.Take(), HttpsPort = LastingPorts.Take() });
        Assert.Equal(BootOutcome.Configured, report.Outcome);
        Assert.All(report.Findings.Requests.Where(r => r.Result.Answer == FetchAnswer.Ok), r => Assert.Equal(TransportKind.Tftp, r.Transport));
        Assert.Contains(report.Findings.Requests, r => r is { Transport: TransportKind.Https, Result.Answer: FetchAnswer.Refused });
    }

    [Fact]
    public async Task HttpsServerOfAnotherCluster_IsNotTrusted_TheFileComesOverHttp()
    {
        await using LabPhoneBench bench = new("8845");
        await using LabPhoneBench foreign = new("8845", ownKeys: true);
        BootReport report = await LabPhoneBench.BootAsync(bench.EveryTransport with { HttpsPort = foreign.Server.Https.Port });
        Assert.Equal((BootOutcome.Configured, TransportKind.Http), (report.Outcome, Delivered(report, "SEP001122334455.cnf.xml.sgn")));
        FileRequest refused = Assert.Single(report.Findings.Requests, r => r.Transport == TransportKind.Https);
        Assert.Contains("no trust list in flash knows", refused.Result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OlderPhone_AsksTftpOnly()
    {
        await using LabPhoneBench bench = new("7962");
        BootReport report = await LabPhoneBench.BootAsync(bench.EveryTransport);
        Assert.All(report.Findings.Requests, r => Assert.Equal(TransportKind.Tftp, r.Transport));
    }

    private static TransportKind Delivered(BootReport report, string file) => report.Findings.Requests.Single(r => r.File == file && r.Result.Answer == FetchAnswer.Ok).Transport;
}
