using System.Text.Json;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>inspect, sign, encrypt, trustlist with files that others made, and with each other's.</summary>
public sealed class FileCommandTests : IDisposable
{
    private const string Key = "00112233445566778899AABBCCDDEEFF";

    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Theory]
    [InlineData("sha1", "ITLFile.tlv", "trust-list")]
    [InlineData("sha512", "ITLFile.tlv", "trust-list")]
    [InlineData("sha1", "CTLSEP001122334455.tlv", "trust-list")]
    [InlineData("sha512", "CTLSEP001122334455.tlv", "trust-list")]
    [InlineData("sha1", "SEP001122334455.cnf.xml.sgn", "signed")]
    [InlineData("sha512", "SEP001122334455.cnf.xml.sgn", "signed")]
    [InlineData("sha1", "SEP001122334455.cnf.xml.enc.sgn", "encrypted")]
    [InlineData("sha512", "SEP001122334455.cnf.xml.enc.sgn", "encrypted")]
    public async Task Inspect_EachVector_ItsSignatureHolds(string digest, string file, string kind)
    {
        string trust = kind == "trust-list" ? "" : $"--trust {Vector($"{digest}/ITLFile.tlv")}";
        CommandLine.Run run = await phonesim.RunAsync($"inspect {Vector($"{digest}/{file}")} {trust} --json");
        Assert.Equal((0, kind, "valid"), (run.Code, run.Json.GetProperty("kind").GetString(), run.Json.GetProperty("signature").GetString()));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha512")]
    public async Task Inspect_EncryptedVectorWithThePhonesKey_WritesTheClearText(string digest)
    {
        CommandLine.Run run = await phonesim.RunAsync($"inspect {Vector($"{digest}/SEP001122334455.cnf.xml.enc.sgn")} --key {Vector("keys/phone-lsc.pem")} --out {phonesim.PathOf("clear.xml")}");
        Assert.Equal(0, run.Code);
        Assert.Equal(Vectors.Bytes("plain.cnf.xml"), await File.ReadAllBytesAsync(phonesim.PathOf("clear.xml"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Inspect_WithAnotherPhonesKey_FailsAndSaysWhy()
    {
        CommandLine.Run run = await phonesim.RunAsync($"inspect {Vector("sha1/SEP001122334455.cnf.xml.enc.sgn")} --key {Vector("keys/phone-mic.pem")}");
        Assert.Equal(1, run.Code);
        Assert.Contains("key", run.All, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Inspect_OneByteChanged_SignatureIsInvalid()
    {
        byte[] file = Vectors.Bytes("sha1/SEP001122334455.cnf.xml.sgn");
        file[^10] ^= 1;
        await File.WriteAllBytesAsync(phonesim.PathOf("altered.sgn"), file, TestContext.Current.CancellationToken);
        CommandLine.Run run = await phonesim.RunAsync($"inspect {phonesim.PathOf("altered.sgn")} --trust {Vector("sha1/ITLFile.tlv")} --json");
        Assert.Equal((1, "invalid"), (run.Code, run.Json.GetProperty("signature").GetString()));
    }

    [Fact]
    public async Task Inspect_TruncatedFile_IsMalformedWithOffsetAndTag()
    {
        await File.WriteAllBytesAsync(phonesim.PathOf("cut.tlv"), Vectors.Bytes("sha1/ITLFile.tlv")[..200], TestContext.Current.CancellationToken);
        CommandLine.Run run = await phonesim.RunAsync($"inspect {phonesim.PathOf("cut.tlv")}");
        Assert.Equal(1, run.Code);
        Assert.Matches("cut.tlv is malformed: .*offset [0-9]+", run.Error);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha512")]
    public async Task Encrypt_ForAPhone_InspectReadsItBack(string digest)
    {
        string source = Configuration();
        CommandLine.Run made = await phonesim.RunAsync($"encrypt {source} --signer {Vector("keys/CUCM.pem")} --phone {Vector("keys/phone-lsc.pem")} --digest {digest}");
        Assert.Equal(0, made.Code);
        CommandLine.Run run = await phonesim.RunAsync($"inspect {source}.enc.sgn --cert {Vector("keys/CUCM.pem")} --key {Vector("keys/phone-lsc.pem")} --out {phonesim.PathOf("clear.xml")}");
        Assert.Equal(0, run.Code);
        Assert.Equal(await File.ReadAllBytesAsync(source, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(phonesim.PathOf("clear.xml"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("aes128", Key)]
    [InlineData("rc4", Key + Key)]
    public async Task Encrypt_WithASymmetricKey_InspectReadsItBack(string algorithm, string key)
    {
        string source = Configuration();
        Assert.Equal(0, (await phonesim.RunAsync($"encrypt {source} --signer {Vector("keys/CUCM.pem")} --hex {key} --algorithm {algorithm}")).Code);
        CommandLine.Run run = await phonesim.RunAsync($"inspect {source}.enc.sgn --hex {key} --out {phonesim.PathOf("clear.xml")}");
        Assert.Equal(0, run.Code);
        Assert.Equal(Vectors.Bytes("plain.cnf.xml"), await File.ReadAllBytesAsync(phonesim.PathOf("clear.xml"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Encrypt_MinimalConfigurationBeside_CarriesTheCertificatesHashAndNoPassword()
    {
        string source = Configuration();
        await phonesim.RunAsync($"encrypt {source} --signer {Vector("keys/CUCM.pem")} --phone {Vector("keys/phone-lsc.pem")}");
        string minimal = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(source + ".sgn", TestContext.Current.CancellationToken));
        Assert.Contains("<fullConfig>false</fullConfig>", minimal, StringComparison.Ordinal);
        Assert.DoesNotContain("authPassword", minimal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_InspectReadsItBack()
    {
        string source = Configuration();
        Assert.Equal(0, (await phonesim.RunAsync($"sign {source} --signer {Vector("keys/CUCM.pem")} --digest sha512")).Code);
        CommandLine.Run run = await phonesim.RunAsync($"inspect {source}.sgn --trust {Vector("sha1/ITLFile.tlv")} --json");
        Assert.Equal("valid", run.Json.GetProperty("signature").GetString());
    }

    [Fact]
    public async Task TrustList_HasTheRolesThatWereAsked()
    {
        string list = phonesim.PathOf("ITLFile.tlv");
        string made = $"trustlist {list} --sast {Vector("keys/SAST.pem")} --ccm-tftp {Vector("keys/CUCM.pem")} --capf {Vector("keys/CAPF.pem")} --tvs {Vector("keys/TVS.pem")} --version 1.1";
        Assert.Equal(0, (await phonesim.RunAsync(made)).Code);
        JsonElement json = (await phonesim.RunAsync($"inspect {list} --json")).Json;
        Assert.Equal("valid", json.GetProperty("signature").GetString());
        Assert.Equal(4, json.GetProperty("records").GetArrayLength());
    }

    private static string Vector(string name) => Vectors.PathOf(name);

    private string Configuration()
    {
        string path = phonesim.PathOf("SEP001122334455.cnf.xml");
        File.Copy(Vectors.PathOf("plain.cnf.xml"), path);
        return path;
    }
}
