using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using PhoneSim.Lab.Capf;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests.Capf;

public sealed class CapfAuthorityTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2030, 6, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Authority_Created_IssuesForThePublicKeyItIsGiven()
    {
        using CapfAuthority authority = CapfAuthority.Create("CAPF-test", time);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 lsc = X509CertificateLoader.LoadCertificate(authority.Issue("SEP001122334455", key.ExportSubjectPublicKeyInfo()));
        Assert.True(authority.Issued(lsc));
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), lsc.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal("SEP001122334455", lsc.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
    }

    [Fact]
    public void Authority_OfAnotherKey_DidNotIssueIt()
    {
        using CapfAuthority authority = CapfAuthority.FromPem(Vectors.Text("keys/CAPF.pem"), time);
        Assert.True(authority.Issued(Vectors.Certificate("phone-lsc")));
        Assert.False(authority.Issued(Vectors.Certificate("phone-mic")));
    }

    [Fact]
    public void Issue_ForGarbage_IsACryptographicException()
    {
        using CapfAuthority authority = CapfAuthority.FromPem(Vectors.Text("keys/CAPF.pem"), time);
        Assert.ThrowsAny<CryptographicException>(() => authority.Issue("SEP001122334455", [1, 2, 3]));
    }
}
