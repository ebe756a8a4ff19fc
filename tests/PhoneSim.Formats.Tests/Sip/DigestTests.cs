using PhoneSim.Formats.Sip;

namespace PhoneSim.Formats.Tests.Sip;

/// <summary>RFC 7616 section 3.9.1 is the vector.</summary>
public sealed class DigestTests
{
    private const string ClientNonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    private static readonly SipRequest Request = new("GET", "/dir/index.html") { Headers = [] };
    private static readonly DigestUser User = new("Mufasa", new("Circle of Life"));

    [Theory]
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void Answer_ToTheRfcsChallenge_IsTheRfcsResponse(string algorithm, string response)
    {
        DigestAnswer answer = DigestAnswer.To(Challenge($"algorithm={algorithm}, qop=\"auth, auth-int\""), Request, User, 1, ClientNonce);
        Assert.Equal(response, answer.Response);
        Assert.Equal("FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", answer.Opaque);
    }

    [Fact]
    public void Answer_WithoutQuality_IsThatOfRfc2069()
    {
        DigestAnswer answer = DigestAnswer.To(Challenge("stale=FALSE"), Request, User, 1, ClientNonce);
        Assert.Null(answer.Quality);
        Assert.DoesNotContain("cnonce", answer.Write(), StringComparison.Ordinal);
        Assert.True(answer.Proves("GET", User.Password));
    }

    [Fact]
    public void Answer_WrittenAndRead_ProvesThePasswordAndNoOther()
    {
        DigestAnswer answer = DigestAnswer.Parse(DigestAnswer.To(Challenge("algorithm=SHA-256, qop=auth"), Request, User, 10, ClientNonce).Write());
        Assert.Equal(10u, answer.NonceCount);
        Assert.True(answer.Proves("GET", User.Password));
        Assert.False(answer.Proves("GET", new("circle of life")));
        Assert.False(answer.Proves("PUT", User.Password));
    }

    [Theory]
    [InlineData("algorithm=SHA-512-256, qop=auth", false)]
    [InlineData("algorithm=md5, qop=auth-int", false)]
    [InlineData("algorithm=sha-256", true)]
    public void Challenge_CanBeAnswered_WhenAlgorithmAndQualityAreKnown(string more, bool can) => Assert.Equal(can, Challenge(more).CanBeAnswered);

    [Theory]
    [InlineData("Digest realm=\"r\"")]
    [InlineData("Digest realm=\"r, nonce=\"n\"")]
    [InlineData("Digest realm=r, realm=r, nonce=n")]
    [InlineData("Basic realm=\"r\", nonce=n")]
    [InlineData("Digest")]
    public void Challenge_ThatIsNone_IsMalformed(string header) => Assert.Throws<MalformedDataException>(() => DigestChallenge.Parse(header));

    [Fact]
    public void Challenge_WrittenAndRead_IsTheSame()
    {
        DigestChallenge challenge = new() { Realm = "a \"b\" \\", Nonce = "n", Opaque = "", Algorithm = SipDigestAlgorithm.Sha256, Qualities = ["auth"], Stale = true };
        DigestChallenge read = DigestChallenge.Parse(challenge.Write());
        Assert.Equal(challenge, read with { Qualities = challenge.Qualities });
        Assert.Equal(challenge.Qualities, read.Qualities);
    }

    private static DigestChallenge Challenge(string more) => DigestChallenge.Parse(
        $"Digest realm=\"http-auth@example.org\", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", {more}");
}
