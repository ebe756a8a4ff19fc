using PhoneSim.Formats.Capf;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Capf;

public sealed class CapfMessageTests
{
    private const string OneReason = "550f00000001000401000101";

    public static TheoryData<string> Cases => [.. Transcript.All("capf").Select(transcript => transcript.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Message_OfATranscript_IsRewrittenByteForByte(string name)
    {
        Assert.All(Transcript.Of("capf", name).Messages, message => Assert.Equal(message.Bytes, CapfMessage.Parse(message.Bytes).Write()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Elements_OfATranscript_AreRewrittenByteForByte(string name)
    {
        Assert.All(Transcript.Of("capf", name).Messages, message => Assert.Equal(message.Bytes, Typed(CapfMessage.Parse(message.Bytes)).Write()));
    }

    [Fact]
    public void AuthResponse_ByCertificate_HoldsCertificateAndBothSignatures()
    {
        CapfAuthResponse response = CapfAuthResponse.Read(Parse("install-by-certificate-mic", 1));
        Assert.Equal("SEP001122334455", response.DeviceName);
        Assert.True(response.Password.IsEmpty);
        Assert.Equal(Vectors.Certificate("phone-mic").RawData, response.Proof!.Certificate.ToArray());
        Assert.Equal(DigestAlgorithm.Sha512, response.Proof.Sha2Signature!.Digest);
        Assert.Equal(response.Proof.Certificate.ToArray(), response.Proof.Sudi!.Certificate.ToArray());
    }

    [Fact]
    public void AuthResponse_ByString_HoldsTheString()
    {
        Assert.Equal("123456", CapfAuthResponse.Read(Parse("install-rsa2048-auth-string", 1)).Password.Reveal());
    }

    [Theory]
    [InlineData("install-rsa2048-null-string", "RSA 2048")]
    [InlineData("install-ec-secp384r1", "EC P384")]
    public void KeyGenerateRequest_OfATranscript_NamesTheKey(string name, string key)
    {
        Assert.Equal(key, CapfKeySpec.Read(Parse(name, 2)).ToString());
    }

    [Theory]
    [InlineData("", 0, null)]
    [InlineData("550f00000001", 6, null)]
    [InlineData("570f00000001000401000101", 0, null)]
    [InlineData("550f00000001000501000101", 6, null)]
    [InlineData("550f00000001000301000101", 6, null)]
    [InlineData("550f00000001ffff01000101", 6, null)]
    [InlineData("550f00000001000401000201", 8, 1)]
    [InlineData("550f0000000100020100", 8, 1)]
    public void Message_Malformed_NamesOffsetAndTag(string hex, int offset, int? tag)
    {
        MalformedDataException e = Assert.Throws<MalformedDataException>(() => CapfMessage.Parse(Convert.FromHexString(hex)));
        Assert.Equal((offset, (byte?)tag), (e.Offset, e.Tag));
    }

    [Fact]
    public void Message_WithAnUnknownElement_KeepsIt()
    {
        byte[] message = Convert.FromHexString("550f00000001000701000101630000");
        Assert.Equal(0x63, CapfMessage.Parse(message).Elements[1].Tag);
        Assert.Equal(message, CapfMessage.Parse(message).Write());
    }

    [Fact]
    public void Message_WithMoreElementsThanTheLimit_IsRefused()
    {
        byte[] body = [.. Enumerable.Repeat<byte[]>([99, 0, 0], 33).SelectMany(element => element)];
        Assert.Throws<MalformedDataException>(() => CapfMessage.Parse((byte[])[0x55, 15, 0, 0, 0, 1, 0, (byte)body.Length, .. body]));
    }

    [Fact]
    public void Certificate_CutShort_NamesTheOffsetInTheMessage()
    {
        CapfMessage message = CapfMessage.Parse(Convert.FromHexString("5509000000010008" + "040005" + "0100090001"));
        MalformedDataException e = Assert.Throws<MalformedDataException>(() => CapfCertificate.Read(message.Require(CapfTag.Certificate)));
        Assert.Equal(11, e.Offset);
    }

    [Theory]
    [InlineData("0c000105", 5)]
    [InlineData("0c00020102", 258)]
    [InlineData("0c000400000384", 900)]
    public void RetryDelay_OfAnySize_IsSeconds(string element, int seconds)
    {
        byte[] body = Convert.FromHexString(element);
        Assert.Equal(TimeSpan.FromSeconds(seconds), CapfMessage.Parse((byte[])[0x55, 16, 0, 0, 0, 1, 0, (byte)body.Length, .. body]).ReadRetryDelay());
    }

    [Fact]
    public void Reason_OfEndSession_IsRead()
    {
        Assert.Equal(CapfReason.Fine, CapfMessage.Parse(Convert.FromHexString(OneReason)).ReadReason());
    }

    private static CapfMessage Parse(string transcript, int index) => CapfMessage.Parse(Transcript.Of("capf", transcript).Messages[index].Bytes);

    private static CapfMessage Typed(CapfMessage message) => message.Command switch
    {
        CapfCommand.AuthRequest => CapfAuthRequest.Read(message).ToMessage(message.SessionId),
        CapfCommand.AuthResponse => CapfAuthResponse.Read(message).ToMessage(message.SessionId),
        CapfCommand.KeyGenerateRequest => CapfKeySpec.Read(message).ToRequest(message.SessionId),
        CapfCommand.StoreCertificateRequest => CapfStoreRequest.Read(message).ToMessage(message.SessionId),
        _ when message.ReadReason() is { } reason && message.Elements.Count == 1 => CapfMessage.WithReason(message.Command, message.SessionId, reason),
        _ => message,
    };
}
