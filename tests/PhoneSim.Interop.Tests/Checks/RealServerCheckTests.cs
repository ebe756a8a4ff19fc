using PhoneSim.Evidence.Checks;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Phone;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Checks;

/// <summary>The suite against servers and files that others made.</summary>
[Trait("Category", "Interop")]
public sealed class RealServerCheckTests
{
    private const string Device = "SEP001122334455";

    /// <summary>A bare TFTP server: no file for unknown phones, nothing where the configuration says that CAPF and TVS are.</summary>
    private static readonly string[] Lacking = ["config.default", "capf.trusted", "tvs.vouches"];

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha512")]
    public async Task TftpdHpa_WithTheVectors_FailsOnlyWhatTheyLack(string vectors)
    {
        Programs.Require(TftpdHpa.Program);
        using TemporaryFolder root = Offered(vectors);
        using TftpdHpa server = TftpdHpa.Start(root.Path);
        Assert.Equal(Lacking, await FailedAsync(new("127.0.0.1", server.Port)));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha512")]
    public async Task Dnsmasq_WithTheVectors_FailsOnlyWhatTheyLack(string vectors)
    {
        Programs.Require(Dnsmasq.Program);
        using TemporaryFolder root = Offered(vectors);
        using Dnsmasq server = Dnsmasq.Start(root.Path);
        Assert.Equal(Lacking, await FailedAsync(new(server.Address, 69)));
    }

    /// <summary>What <c>phonesim encrypt</c> writes, in place of the vectors' own configuration.</summary>
    [Fact]
    public async Task TftpdHpa_WithFilesThatPhoneSimEncrypted_FailsOnlyWhatTheyLack()
    {
        Programs.Require(TftpdHpa.Program);
        using TemporaryFolder root = Offered("sha1");
        byte[] full = new ConfigurationEditor(Vectors.Bytes("plain.cnf.xml")).Set("encrConfig", "true").ToXml();
        SigningIdentity signer = SigningIdentity.FromPem(Vectors.Text("keys/CUCM.pem"));
        DeviceCertificate phone = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem"));
        root.Write($"{Device}.cnf.xml.enc.sgn", EncryptedFileWriter.ForPublicKey(full, phone.Rsa!, signer, Named($"{Device}.cnf.xml.enc.sgn")));
        root.Write($"{Device}.cnf.xml.sgn", SignedFileWriter.Write(MinimalConfiguration.From(full, phone.Certificate), signer, Named($"{Device}.cnf.xml.sgn")));
        using TftpdHpa server = TftpdHpa.Start(root.Path);
        Assert.Equal(Lacking, await FailedAsync(new("127.0.0.1", server.Port)));
    }

    private static SigningOptions Named(string name) => new() { FileName = name, TimeStamp = TimeProvider.System.GetUtcNow() };

    private static TemporaryFolder Offered(string vectors)
    {
        TemporaryFolder root = new();
        foreach (string file in Directory.EnumerateFiles(Vectors.PathOf(vectors)))
            root.Write(Path.GetFileName(file), File.ReadAllBytes(file));
        return root;
    }

    private static async Task<IEnumerable<string>> FailedAsync(ServerEndPoint server)
    {
        CheckTarget target = new()
        {
            Tftp = server, Profile = new ProfileStore().Find("7962")!, Device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException(),
            Lsc = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem")), Patience = TimeSpan.FromSeconds(2),
        };
        CheckRun run = await CheckSuite.RunAsync(target, [], null, TestContext.Current.CancellationToken);
        return run.Results.Where(r => r.Verdict == CheckVerdict.Fail).Select(r => Lacking.Contains(r.Check.Id) ? r.Check.Id : $"{r.Check.Id}: {r.Outcome.Found}");
    }
}
