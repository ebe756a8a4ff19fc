using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.Capf;
using PhoneSim.Lab.Capf;
using PhoneSim.Phone.Enrolment;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Enrolment;

public sealed class CapfTranscriptTests : IDisposable
{
    private readonly CapfAuthority authority = CapfAuthority.FromPem(Vectors.Text("keys/CAPF.pem"), TimeProvider.System);

    [Theory]
    [InlineData("install-rsa2048-null-string", "stored")]
    [InlineData("install-rsa2048-auth-string", "stored")]
    [InlineData("install-ec-secp384r1", "stored")]
    [InlineData("install-by-certificate-mic", "stored")]
    [InlineData("fetch", "fetched")]
    [InlineData("delete", "deleted")]
    [InlineData("no-operation", "no-operation")]
    [InlineData("wrong-auth-string", "refused-7")]
    [InlineData("unknown-device", "refused-9")]
    public async Task Phone_InTheSessionOfATranscript_SaysTheSame(string name, string result)
    {
        TranscriptChannel channel = new(Transcript.Of("capf", name), authority);
        CapfResult ended = await RunAsync(channel, IdentityOf(name));
        Assert.True(channel.IsFinished);
        Assert.Equal(result, ended.Word);
    }

    [Fact]
    public void Transcripts_AllOfThem_AreReplayed()
    {
        string[] replayed = [.. GetType().GetMethod(nameof(Phone_InTheSessionOfATranscript_SaysTheSame))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!)];
        Assert.Equal(Transcript.All("capf").Select(transcript => transcript.Name).Order(), replayed.Order());
    }

    [Theory]
    [InlineData("install-rsa2048-null-string", 2048)]
    [InlineData("install-ec-secp384r1", 384)]
    public async Task StoredCertificate_OfAnInstall_BelongsToTheKeySent(string name, int bits)
    {
        TranscriptChannel channel = new(Transcript.Of("capf", name), authority);
        CapfResult result = await RunAsync(channel, IdentityOf(name));
        byte[] sent = channel.FromPhone.Single(message => message.Command == CapfCommand.KeyGenerateResponse).Require(CapfTag.PublicKey).Value.ToArray();
        Assert.Equal(sent, result.Certificate!.Certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(sent, ((AsymmetricAlgorithm?)result.Certificate.Rsa ?? result.Certificate.Ec)!.ExportSubjectPublicKeyInfo());
        Assert.Equal(bits, result.Certificate.KeyBits);
    }

    [Fact]
    public void Signatures_OfTheTranscript_HoldByTheSameRuleAsOurs()
    {
        CapfMessage message = CapfMessage.Parse(Transcript.Of("capf", "install-by-certificate-mic").Messages[1].Bytes);
        AssertProof(CapfAuthResponse.Read(message), message.SessionId);
    }

    [Fact]
    public async Task Signatures_OfThePhone_HoldForItsMic()
    {
        TranscriptChannel channel = new(Transcript.Of("capf", "install-by-certificate-mic"), authority);
        await RunAsync(channel, IdentityOf("install-by-certificate-mic"));
        AssertProof(CapfAuthResponse.Read(channel.FromPhone[0]), channel.FromPhone[0].SessionId);
    }

    public void Dispose() => authority.Dispose();

    private static void AssertProof(CapfAuthResponse response, uint sessionId)
    {
        CapfCertificateProof proof = response.Proof!;
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(proof.Certificate.Span);
        using RSA key = certificate.GetRSAPublicKey()!;
        byte[] content = CapfSignedContent.Of(response.DeviceName, proof.Certificate.Span);
        byte[] sudi = CapfSignedContent.OfSudi(sessionId, proof.Certificate.Span);
        Assert.True(CapfSignature.Holds(key, SHA1.HashData(content), proof.Sha1Signature.Span));
        Assert.True(CapfSignature.Holds(key, SHA512.HashData(content), proof.Sha2Signature!.Signature.Span));
        Assert.True(CapfSignature.Holds(key, SHA1.HashData(sudi), proof.Sudi!.Sha1Signature.Span));
        Assert.True(CapfSignature.Holds(key, SHA512.HashData(sudi), proof.Sudi.Sha512Signature.Span));
    }

    private static CapfIdentity IdentityOf(string name) => name switch
    {
        "install-rsa2048-auth-string" => Identities.WithString("123456"),
        "wrong-auth-string" => Identities.WithString("654321"),
        "unknown-device" => Identities.Usual with { Device = Identities.Device("00AABBCCDDEE") },
        "install-ec-secp384r1" => Identities.Usual with { Curves = Enum.GetValues<CapfCurve>() },
        "install-by-certificate-mic" => Identities.Usual with { Authentication = CapfAuthentication.ExistingMic },
        _ => Identities.Usual,
    };

    private static Task<CapfResult> RunAsync(ICapfChannel channel, CapfIdentity identity) =>
        new CapfSession(channel, identity, new(new ReadyKeys(), new CapfOptions(), TimeProvider.System)).RunAsync(CancellationToken.None);
}
