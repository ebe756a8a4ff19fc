using System.Net.Security;
using System.Security.Authentication;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Profiles;

/// <summary>The TLS of each family (shared/spec/phone-behaviour.md 10).</summary>
public sealed class FamilyTlsTests
{
    private static readonly ProfileStore Profiles = new();

    [Theory]
    [InlineData("7962", "1.0")]
    [InlineData("7906-sccp", "1.0")]
    [InlineData("7942-sip-manual", "1.0")]
    [InlineData("7925", "1.0")]
    [InlineData("7975", "1.0")]
    [InlineData("6921", "1.0")]
    [InlineData("8945", "1.0")]
    [InlineData("9971", "1.1")]
    [InlineData("7841", "1.2")]
    [InlineData("8845", "1.2")]
    [InlineData("8821", "1.2")]
    [InlineData("8832", "1.2")]
    public void HighestVersion_IsTheFamilys(string profile, string version)
    {
        SslProtocols highest = version switch { "1.0" => SslProtocols.Tls, "1.1" => SslProtocols.Tls11, _ => SslProtocols.Tls12 };
        Assert.Equal(highest, Profiles.Find(profile)!.Tls.MaxVersion);
    }

    [Fact]
    public void SevenNineHundreds_OfferTheirTwoSuitesOnly() =>
        Assert.Equal([TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA, TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA], Profiles.Find("7965")!.Tls.CipherSuites);

    [Fact]
    public void LoadsThatSpeak12_NeverOfferLess() =>
        Assert.Equal(SslProtocols.Tls12, Profiles.Find("8865")!.Tls.MinVersion);
}
