using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Lab.Capf;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Enrolment;

public sealed class CapfSessionTests : IDisposable
{
    private readonly CapfAuthority authority = CapfAuthority.FromPem(Vectors.Text("keys/CAPF.pem"), TimeProvider.System);

    [Fact]
    public async Task Install_BeforeTheKeyIsMade_SaysRequestInProgress()
    {
        TaskCompletionSource<AsymmetricAlgorithm> making = new();
        ScriptedChannel channel = new(() => ScriptedChannel.Hello, () => ScriptedChannel.KeyOrder);
        Task<CapfResult> session = RunAsync(channel, Identities.Usual, new FixedKey(making.Task));
        Assert.Equal([CapfCommand.AuthResponse, CapfCommand.RequestInProgress], channel.FromPhone.Select(message => message.Command));
        making.SetResult(RSA.Create(1024));
        await session;
        Assert.Equal(CapfCommand.KeyGenerateResponse, channel.FromPhone[^1].Command);
    }

    [Fact]
    public async Task Install_WhenTheKeyIsNotMadeInTime_IsRefusedByThePhone()
    {
        FakeTimeProvider time = new();
        ScriptedChannel channel = new(() => ScriptedChannel.Hello, () => ScriptedChannel.KeyOrder, () => ScriptedChannel.End(CapfReason.Refused));
        Task<CapfResult> session = RunAsync(channel, keys: new FixedKey(new TaskCompletionSource<AsymmetricAlgorithm>().Task), time: time);
        time.Advance(TimeSpan.FromMinutes(30));
        CapfResult result = await session;
        Assert.Equal(("refused-7", CapfSide.Phone, "no RSA 1024 key was made within 30 min"), (result.Word, result.Side, result.Why));
    }

    [Fact]
    public async Task Install_WithACertificateForAnotherKey_IsRefusedAndNothingStored()
    {
        using RSA other = RSA.Create(1024);
        ScriptedChannel channel = new(() => ScriptedChannel.Hello, () => ScriptedChannel.KeyOrder, () => ScriptedChannel.Store(authority.Issue("SEP001122334455", other.ExportSubjectPublicKeyInfo())), () => ScriptedChannel.End(CapfReason.Refused));
        CapfResult result = await RunAsync(channel);
        Assert.Equal(("refused-7", CapfSide.Phone, CapfPhase.Storing), (result.Word, result.Side, result.Phase));
        Assert.Null(result.Certificate);
        Assert.Equal(CapfReason.Refused, channel.FromPhone[^1].ReadReason());
    }

    [Fact]
    public async Task Install_WithGarbageForACertificate_IsRefused()
    {
        CapfResult result = await RunAsync(new ScriptedChannel(() => ScriptedChannel.Hello, () => ScriptedChannel.KeyOrder, () => ScriptedChannel.Store([1, 2, 3])));
        Assert.Equal(("refused-7", CapfSide.Phone), (result.Word, result.Side));
    }

    [Fact]
    public async Task Install_WhenTheConnectionIsLostAfterTheCertificateWasTaken_IsStored()
    {
        Assert.Equal("stored", (await InstallAsync()).Word);
    }

    [Fact]
    public async Task Install_WhenTheServerRefusesItInTheEnd_IsNotStored()
    {
        CapfResult result = await InstallAsync(() => ScriptedChannel.End(CapfReason.Refused));
        Assert.Equal(("refused-7", CapfSide.Server), (result.Word, result.Side));
        Assert.Null(result.Certificate);
    }

    [Theory]
    [InlineData(CapfCurve.P256, 256)]
    [InlineData(CapfCurve.P384, 384)]
    [InlineData(CapfCurve.P521, 521)]
    public async Task Install_OfAnEcKeyWhenAllowed_IsStored(CapfCurve curve, int bits)
    {
        CapfResult result = await InstallAsync(CapfKeySpec.Ec(curve), Identities.Usual with { Curves = Enum.GetValues<CapfCurve>() });
        Assert.Equal(bits, result.Certificate!.KeyBits);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(2048)]
    [InlineData(3072)]
    [InlineData(4096)]
    public async Task Install_OfAnRsaKey_HasTheSizeOrdered(int bits)
    {
        Assert.Equal(bits, (await InstallAsync(CapfKeySpec.Rsa(bits), Identities.Usual)).Certificate!.KeyBits);
    }

    [Theory]
    [InlineData("EC")]
    [InlineData("256")]
    [InlineData("8192")]
    [InlineData("1001")]
    public async Task Install_OfAKeyThePhoneCannotMake_IsRefusedByThePhone(string key)
    {
        CapfKeySpec spec = key == "EC" ? CapfKeySpec.Ec(CapfCurve.P256) : CapfKeySpec.Rsa(int.Parse(key, null));
        ScriptedChannel channel = new(() => ScriptedChannel.Hello, () => spec.ToRequest(5), () => ScriptedChannel.End(CapfReason.Refused));
        CapfResult result = await RunAsync(channel);
        Assert.Equal(("refused-7", CapfSide.Phone, CapfOperation.Install), (result.Word, result.Side, result.Operation));
        Assert.Equal(CapfCommand.KeyGenerateResponse, channel.FromPhone[^1].Command);
    }

    [Fact]
    public async Task Fetch_WithoutLsc_SendsTheMic()
    {
        ScriptedChannel channel = new(() => ScriptedChannel.Hello, () => CapfMessage.Create(CapfCommand.FetchCertificateRequest, 5), () => ScriptedChannel.End(CapfReason.NoAction));
        Assert.Equal("fetched", (await RunAsync(channel, Identities.Usual with { Lsc = null })).Word);
        Assert.Equal(Identities.Mic.Certificate.RawData, CapfCertificate.Read(channel.FromPhone[^1].Require(CapfTag.Certificate)).Der.ToArray());
    }

    [Theory]
    [InlineData(CapfCommand.FetchCertificateRequest, CapfCommand.FetchCertificateResponse)]
    [InlineData(CapfCommand.DeleteCertificateRequest, CapfCommand.DeleteCertificateResponse)]
    public async Task Order_WithoutAnyCertificate_IsAnsweredWithReason7(CapfCommand order, CapfCommand response)
    {
        ScriptedChannel channel = new(() => ScriptedChannel.Hello, () => CapfMessage.Create(order, 5), () => ScriptedChannel.End(CapfReason.NoAction));
        CapfResult result = await RunAsync(channel, Identities.Usual with { Lsc = null, Mic = null });
        Assert.Equal((response, CapfReason.Refused), (channel.FromPhone[^1].Command, channel.FromPhone[^1].ReadReason()!.Value));
        Assert.Equal(("refused-7", CapfSide.Phone), (result.Word, result.Side));
    }

    [Fact]
    public async Task Authentication_ByExistingCertificateLscFirst_UsesTheLsc()
    {
        Assert.Equal(Identities.Lsc.Certificate.RawData, (await ProofAsync(Identities.Usual)).Certificate.ToArray());
        Assert.Equal(Identities.Mic.Certificate.RawData, (await ProofAsync(Identities.Usual with { Lsc = null })).Certificate.ToArray());
    }

    [Fact]
    public async Task Authentication_ByEcCertificate_SignsWithEcdsaAndSendsNoSudiData()
    {
        DeviceCertificate lsc = (await InstallAsync(CapfKeySpec.Ec(CapfCurve.P256), Identities.Usual with { Curves = Enum.GetValues<CapfCurve>() })).Certificate!;
        CapfCertificateProof proof = await ProofAsync(Identities.Usual with { Lsc = lsc });
        byte[] content = CapfSignedContent.Of("SEP001122334455", lsc.Certificate.RawData);
        using ECDsa key = lsc.Certificate.GetECDsaPublicKey()!;
        Assert.Null(proof.Sudi);
        Assert.True(key.VerifyData(content, proof.Sha1Signature.Span, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence));
        Assert.True(key.VerifyData(content, proof.Sha2Signature!.Signature.Span, HashAlgorithmName.SHA512, DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public async Task Authentication_ByRsa512_LeavesOutTheSignaturesThatDoNotFit()
    {
        DeviceCertificate lsc = (await InstallAsync(CapfKeySpec.Rsa(512), Identities.Usual)).Certificate!;
        CapfCertificateProof proof = await ProofAsync(Identities.Usual with { Lsc = lsc });
        Assert.Null(proof.Sha2Signature);
        Assert.Equal(64, proof.Sha1Signature.Length);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(2, 2)]
    [InlineData(7, 3)]
    public async Task Version_OfTheAnswer_IsTheLowerOne(byte server, byte answered)
    {
        ScriptedChannel channel = new(() => new CapfAuthRequest(server, CapfAuthType.None).ToMessage(5));
        await RunAsync(channel);
        Assert.Equal(answered, CapfAuthResponse.Read(channel.FromPhone[0]).Version);
    }

    [Fact]
    public async Task String_InAnotherMode_IsNotSent()
    {
        ScriptedChannel channel = new(() => ScriptedChannel.Hello);
        await RunAsync(channel, Identities.Usual with { AuthString = new Secret("123456") });
        Assert.True(CapfAuthResponse.Read(channel.FromPhone[0]).Password.IsEmpty);
    }

    [Fact]
    public async Task Server_WithAnotherSessionId_IsAProtocolError()
    {
        CapfResult result = await RunAsync(new ScriptedChannel(() => ScriptedChannel.Hello, () => CapfMessage.WithReason(CapfCommand.EndSession, 6, CapfReason.Fine)));
        Assert.Equal("protocol-error", result.Word);
        Assert.Contains("session id 6", result.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_EndlesslyInProgress_IsLeft()
    {
        ScriptedChannel channel = new(Enumerable.Repeat(() => CapfMessage.Create(CapfCommand.RequestInProgress, 5), int.MaxValue).Prepend(() => ScriptedChannel.Hello));
        Assert.Equal("protocol-error", (await RunAsync(channel)).Word);
    }

    [Fact]
    public async Task Server_OrderingEndlessly_IsLeft()
    {
        ScriptedChannel channel = new(Enumerable.Repeat(() => CapfMessage.Create(CapfCommand.FetchCertificateRequest, 5), int.MaxValue).Prepend(() => ScriptedChannel.Hello));
        await RunAsync(channel);
        Assert.InRange(channel.FromPhone.Count, 1, 32);
    }

    [Theory]
    [InlineData(CapfCommand.StoreCertificateRequest)]
    [InlineData(CapfCommand.EncryptRequest)]
    [InlineData(CapfCommand.AuthRequest)]
    [InlineData((CapfCommand)200)]
    public async Task Order_OutOfPlace_IsAProtocolError(CapfCommand command)
    {
        Assert.Equal("protocol-error", (await RunAsync(new ScriptedChannel(() => ScriptedChannel.Hello, () => CapfMessage.Create(command, 5)))).Word);
    }

    [Fact]
    public async Task Order_BeforeAuthentication_IsAProtocolError()
    {
        Assert.Equal("protocol-error", (await RunAsync(new ScriptedChannel(() => ScriptedChannel.KeyOrder))).Word);
    }

    [Fact]
    public async Task RetryLater_WithADelay_SaysIt()
    {
        CapfResult result = await RunAsync(new ScriptedChannel(() => ScriptedChannel.Hello, () => CapfMessage.Create(CapfCommand.RetryLater, 5, CapfMessage.Blob(CapfTag.RetryDelay, (byte[])[0, 90]))));
        Assert.Equal((CapfOutcome.RetryLater, TimeSpan.FromSeconds(90)), (result.Outcome, result.RetryAfter!.Value));
    }

    [Fact]
    public async Task Refusal_WithReasonText_ShowsItWithoutControlCharacters()
    {
        CapfMessage end = CapfMessage.Create(CapfCommand.EndSession, 5, CapfMessage.Byte(CapfTag.Reason, 7), CapfMessage.Blob(CapfTag.ReasonText, "no\u001b[2J way\0"u8.ToArray()));
        string why = (await RunAsync(new ScriptedChannel(() => ScriptedChannel.Hello, () => end))).Why;
        Assert.EndsWith("no?[2J way", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_LostOrSilent_IsUnreachable()
    {
        Assert.Equal("unreachable", (await RunAsync(new ScriptedChannel())).Word);
        Assert.Equal("unreachable", (await RunAsync(new ScriptedChannel(() => throw new TimeoutException("no message")))).Word);
        Assert.Equal("protocol-error", (await RunAsync(new ScriptedChannel(() => throw new MalformedDataException("bad", 0)))).Word);
    }

    public void Dispose() => authority.Dispose();

    private Task<CapfResult> InstallAsync(params Func<CapfMessage>[] then) => InstallAsync(CapfKeySpec.Rsa(1024), Identities.Usual, then);

    private Task<CapfResult> InstallAsync(CapfKeySpec key, CapfIdentity identity, params Func<CapfMessage>[] then)
    {
        ScriptedChannel channel = null!;
        channel = new([() => ScriptedChannel.Hello, () => key.ToRequest(5), () => ScriptedChannel.Store(authority.Issue("SEP001122334455", channel.PublicKey)), .. then]);
        return RunAsync(channel, identity);
    }

    private static async Task<CapfCertificateProof> ProofAsync(CapfIdentity identity)
    {
        ScriptedChannel channel = new(() => ScriptedChannel.Hello);
        await RunAsync(channel, identity with { Authentication = CapfAuthentication.ExistingLscFirst });
        return CapfAuthResponse.Read(CapfMessage.Parse(channel.FromPhone[0].Write())).Proof!;
    }

    private static async Task<CapfResult> RunAsync(ScriptedChannel channel, CapfIdentity? identity = null, IKeyGenerator? keys = null, TimeProvider? time = null)
    {
        await using (channel)
            return await new CapfSession(channel, identity ?? Identities.Usual, new(keys ?? new PlatformKeyGenerator(), new CapfOptions(), time ?? TimeProvider.System)).RunAsync(CancellationToken.None);
    }

    private sealed class FixedKey(Task<AsymmetricAlgorithm> key) : IKeyGenerator
    {
        public Task<AsymmetricAlgorithm> GenerateAsync(CapfKeySpec spec, CancellationToken cancellation) => key;
    }
}
