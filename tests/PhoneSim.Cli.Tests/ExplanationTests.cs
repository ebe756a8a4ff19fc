using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>boot --explain on each refusal: the file, the rule, the certificate or key concerned, and what the phone shows.</summary>
public sealed class ExplanationTests : IAsyncLifetime
{
    private const string Config = "SEP001122334455.cnf.xml.sgn";
    private const string Encrypted = "SEP001122334455.cnf.xml.enc.sgn";
    private const string Itl = "ITLSEP001122334455.tlv";

    private readonly VectorServer server = new();

    public ValueTask InitializeAsync()
    {
        server.OfferVector(Itl, "sha1/ITLFile.tlv");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task ConfigurationAltered_SignatureDoesNotHold()
    {
        server.Offer(Config, Altered("sha1/full-sgn/SEP001122334455.cnf.xml.sgn"));
        await ExplainsAsync(1, $"signature of {Config} invalid: the signature does not hold", "CN=CUCM.lab.example", "serial f4445d90", $"does not use {Config} and keeps what it has", "phone shows", "screen says \"Unprovisioned\"");
    }

    [Fact]
    public async Task ConfigurationBySomebodyElse_SignerIsUnknown()
    {
        await SignAsync("TVS");
        await ExplainsAsync(1, $"signature of {Config} unknown-signer: neither CTL nor ITL has its signer", "CN=TVS.lab.example", "phone shows");
    }

    [Fact]
    public async Task ConfigurationCutOff_IsDiscardedWithOffset()
    {
        server.Offer(Config, Vectors.Bytes("sha1/full-sgn/SEP001122334455.cnf.xml.sgn").AsSpan(0, 300));
        await ExplainsAsync(1, $"discards {Config} whole", "offset", "phone shows");
    }

    [Fact]
    public async Task TrustListAltered_IsRefused()
    {
        server.Offer(Itl, Altered("sha1/ITLFile.tlv"));
        await ExplainsAsync(1, $"{Itl} refused: ", "CN=SAST.lab.example", "phone shows");
    }

    [Fact]
    public async Task TrustListOfAnotherCluster_IsRefusedAndNamed()
    {
        server.OfferVector(Config, "sha1/full-sgn/SEP001122334455.cnf.xml.sgn");
        Assert.Equal(0, (await server.BootAsync("")).Code);
        string keys = Path.GetDirectoryName(Vectors.PathOf("keys/TVS.pem"))!;
        Assert.Equal(0, (await server.RunAsync($"trustlist {server.PathOfOffered(Itl)} --sast {keys}/TVS.pem --ccm-tftp {keys}/TVS.pem")).Code);
        await ExplainsAsync(0, $"{Itl} refused: ", "CN=TVS.lab.example", "phone shows \"Trust List update failed\"");
    }

    [Fact]
    public async Task CertificateHashOfAnotherKey_AsksCapfAndSaysWhyThatFailed()
    {
        server.OfferVector(Config, "sha1/SEP001122334455.cnf.xml.sgn");
        await ExplainsAsync(1, "needs a CAPF session, because certHash", "CAPF session (public-key-mismatch) ended: ", "unreachable", "127.0.0.1:9");
    }

    [Fact]
    public async Task EncryptedForAnotherPhonesKey_NamesTheKeyThatWasTried()
    {
        server.OfferVector(Config, "sha1/mic/SEP001122334455.cnf.xml.sgn");
        server.OfferVector(Encrypted, "sha1/SEP001122334455.cnf.xml.enc.sgn");
        await ExplainsAsync(1, $"cannot decrypt {Encrypted} with the MIC's private key: the wrapped key was made for another public key", $"does not apply {Encrypted}", "phone shows");
    }

    [Fact]
    public async Task ManualKeyMissing_SaysWhichRule()
    {
        server.OfferVector(Config, "sha1/SEP001122334455.cnf.xml.sgn");
        CommandLine.Run run = await server.BootAsync("--explain", "7962-sip-manual");
        Assert.Equal(1, run.Code);
        Assert.Contains("the symmetric key is missing on the phone", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManualKeyWrong_NamesKeyFileRuleAndWhatThePhoneShows()
    {
        using (FolderFlash flash = new(server.PathOf("flash")))
            flash.SetSymmetricKey(new(new byte[16]));
        string signed = await EncryptManuallyAsync("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        CommandLine.Run run = await server.BootAsync("--explain", "7962-sip-manual");
        Assert.Equal(1, run.Code);
        foreach (string word in (string[])[$"cannot decrypt {signed} with the symmetric key", "container layout assumed", $"does not apply {signed}", "if decryption fails, the configuration file does not get applied", "phone shows"])
            Assert.Contains(word, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfigurationTooBig_SaysSoWithThePhonesOwnMessage()
    {
        server.Offer(Config, new byte[3 * 1024 * 1024]);
        await ExplainsAsync(1, Config, "too-big", "phone shows \"CFG TFTP Size Error\"");
    }

    [Fact]
    public async Task ConfigurationUnsigned_UnderASignedName_IsRefused()
    {
        server.OfferVector(Config, "plain.cnf.xml");
        await ExplainsAsync(1, $"signature of {Config} absent", $"does not use {Config}", "phone shows");
    }

    [Fact]
    public async Task ConfigurationThatIsNoXml_IsDiscardedWithPlaceAndRule_AndAskedTwice()
    {
        string path = server.PathOf("SEP001122334455.cnf.xml");
        await File.WriteAllTextAsync(path, "<device><unclosed></device>", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await server.RunAsync($"sign {path} --signer {Vectors.PathOf("keys/CUCM.pem")} --out {server.PathOfOffered(Config)}")).Code);
        await ExplainsAsync(1, $"discards {Config} whole", "line 1", "asks it again", "phone shows");
    }

    [Fact]
    public async Task TrustListTooBig_IsRefused()
    {
        server.Offer(Itl, new byte[65537]);
        await ExplainsAsync(1, $"{Itl} refused: ", "phone shows \"Trust List update failed\"");
    }

    [Fact]
    public async Task NobodyThere_NamesServerFileAndAnswer()
    {
        CommandLine.Run run = await server.RunAsync($"boot --server 127.0.0.1:9 --profile 7962 --flash {server.PathOf("flash")} --mic {Vectors.PathOf("keys/phone-mic.pem")}");
        Assert.Matches(@"unreachable, SEP001122334455\.cnf\.xml from 127\.0\.0\.1:9: refused", run.Lines[^1]);
    }

    [Theory]
    [InlineData("--explain")]
    [InlineData("--json")]
    public async Task WholeBootOfTheVectors_NoOutputHoldsTheirSecrets(string how)
    {
        server.OfferVector(Config, "sha1/mic/SEP001122334455.cnf.xml.sgn");
        server.OfferVector(Encrypted, "sha1/mic/SEP001122334455.cnf.xml.enc.sgn");
        CommandLine.Run run = await server.BootAsync(how);
        Assert.Equal(0, run.Code);
        Assert.Contains(Encrypted, run.Output, StringComparison.Ordinal);
        SecretSearch.AssertNone(["24680", "digest-s3cret", "ssh-s3cret", "PRIVATE KEY"], run.All);
    }

    private async Task ExplainsAsync(int code, params string[] words)
    {
        CommandLine.Run run = await server.BootAsync("--explain");
        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
        Assert.Equal(code, run.Code);
    }

    /// <returns>The name of the encrypted file.</returns>
    private async Task<string> EncryptManuallyAsync(string key)
    {
        string path = server.PathOf("SEP001122334455.cnf.xml");
        File.Copy(Vectors.PathOf("plain.cnf.xml"), path);
        Assert.Equal(0, (await server.RunAsync($"encrypt {path} --signer {Vectors.PathOf("keys/CUCM.pem")} --hex {key} --algorithm aes128 --out-dir {Path.GetDirectoryName(server.PathOfOffered(Config))}")).Code);
        return Encrypted;
    }

    private async Task SignAsync(string signer)
    {
        string path = server.PathOf("SEP001122334455.cnf.xml");
        File.Copy(Vectors.PathOf("plain.cnf.xml"), path);
        Assert.Equal(0, (await server.RunAsync($"sign {path} --signer {Vectors.PathOf($"keys/{signer}.pem")} --out {server.PathOfOffered(Config)}")).Code);
    }

    private static byte[] Altered(string vector)
    {
        byte[] file = Vectors.Bytes(vector);
        file[^10] ^= 1;
        return file;
    }
}
