using System.Globalization;
using System.Security.Authentication;
using PhoneSim.Evidence.Checks;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>CAPF in each of its modes, and over the TLS of each family.</summary>
public sealed class CapfCheckTests
{
    [Theory]
    [InlineData(CapfAuthentication.AuthString, CheckVerdict.Pass)]
    [InlineData(CapfAuthentication.NullString, CheckVerdict.Skip)]
    [InlineData(CapfAuthentication.ExistingLscFirst, CheckVerdict.Pass)]
    [InlineData(CapfAuthentication.ExistingMic, CheckVerdict.Pass)]
    public async Task Session_InEachMode_EndsAsOrderedAndStrangersAreRefused(CapfAuthentication mode, CheckVerdict strangers)
    {
        await using CheckBench bench = new();
        bench.EditEncrypted(xml => new ConfigurationEditor(xml).Set("capfAuthMode", ((int)mode).ToString(CultureInfo.InvariantCulture)).ToXml());
        Secret? right = mode == CapfAuthentication.AuthString ? new("2468") : null;
        ServerEndPoint server = bench.AddCapf(new CapfOrders(device => device == bench.Name ? new() { Operation = CapfOperation.Fetch, Authentication = mode, AuthString = right } : null));
        bench.Change = target => target with { Capf = server, AuthString = right };
        CheckRun run = await bench.RunAsync("capf");
        Assert.Equal(["capf.trusted Pass", "capf.session Pass", $"capf.refuses-strangers {strangers}", "capf.unknown-device Pass"], run.Results.Select(r => $"{r.Check.Id} {r.Verdict}"));
    }

    /// <summary>A load that speaks 1.0 at most meets a server that speaks 1.2, and the other way round.</summary>
    [Theory]
    [InlineData("1.0", "-tls1", CheckVerdict.Pass)]
    [InlineData("1.0", "-tls1_2", CheckVerdict.Fail)]
    [InlineData("1.2", "-tls1_2", CheckVerdict.Pass)]
    [InlineData("1.2", "-tls1", CheckVerdict.Fail)]
    [Trait("Category", "Interop")]
    public async Task Server_OfOneTlsVersion_IsReachedByLoadsThatSpeakIt(string load, string server, CheckVerdict verdict)
    {
        Programs.Require(OpenSslServer.Program);
        using OpenSslServer capf = await OpenSslServer.StartAsync(server, "-cipher", "ALL:@SECLEVEL=0");
        await using CheckBench bench = new();
        SslProtocols only = load == "1.0" ? SslProtocols.Tls : SslProtocols.Tls12;
        bench.Profile = bench.Profile with { Tls = bench.Profile.Tls with { MinVersion = only, MaxVersion = only } };
        bench.Files[bench.Itl] = bench.List("ITLFile.tlv", DigestAlgorithm.Sha1, new TrustListEntry(TrustRole.Capf, Vectors.Certificate("CAPF")));
        bench.Change = target => target with { Capf = capf.EndPoint };
        Assert.Equal(verdict, (await bench.RunAsync("capf.trusted")).Results.Single().Verdict);
    }
}
