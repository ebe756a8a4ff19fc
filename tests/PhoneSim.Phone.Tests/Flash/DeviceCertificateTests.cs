using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Flash;

/// <summary>PEM files as openssl writes them, right and wrong.</summary>
public sealed class DeviceCertificateTests
{
    private static readonly string Lsc = Vectors.Text("keys/phone-lsc.pem");

    [Fact]
    public void FromPem_CertificateAndItsKey_DecryptsWhatIsForIt()
    {
        DeviceCertificate lsc = DeviceCertificate.FromPem(Lsc);
        using RSA sender = lsc.Certificate.GetRSAPublicKey()!;
        Assert.Equal([1, 2, 3], lsc.Rsa!.Decrypt(sender.Encrypt([1, 2, 3], RSAEncryptionPadding.Pkcs1), RSAEncryptionPadding.Pkcs1));
        Assert.Equal(("1d41b1769d85ae5b34a93bdb103cd096", false), (lsc.Md5, lsc.Certificate.HasPrivateKey));
    }

    [Theory]
    [InlineData("PKCS#8")]
    [InlineData("SEC1")]
    public void FromPem_EcKey_IsTaken(string form)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string pem = form == "SEC1" ? key.ExportECPrivateKeyPem() : key.ExportPkcs8PrivateKeyPem();
        DeviceCertificate read = DeviceCertificate.FromPem($"{pem}\n{Issued(key).ExportCertificatePem()}");
        Assert.Equal((256, true), (read.KeyBits, read.Rsa is null));
    }

    [Fact]
    public void FromPem_Pkcs1Key_IsTaken() => Assert.Equal(2048, DeviceCertificate.FromPem($"{Certificate()}\n{DeviceCertificate.FromPem(Lsc).Rsa!.ExportRSAPrivateKeyPem()}").KeyBits);

    public static TheoryData<string, string> Wrong => new()
    {
        { "no key", Certificate() },
        { "no certificate", DeviceCertificate.FromPem(Lsc).Rsa!.ExportPkcs8PrivateKeyPem() },
        { "another's key", $"{Certificate()}\n{DeviceCertificate.FromPem(Vectors.Text("keys/phone-mic.pem")).Rsa!.ExportPkcs8PrivateKeyPem()}" },
        { "two keys", $"{Lsc}\n{DeviceCertificate.FromPem(Lsc).Rsa!.ExportPkcs8PrivateKeyPem()}" },
        { "a key of another kind", $"{Certificate()}\n{EcKey()}" },
        { "a key of another kind, and saying so", $"{Certificate()}\n{EcKey().Replace("PRIVATE", "EC PRIVATE", StringComparison.Ordinal)}" },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void FromPem_WhatDoesNotBelongTogether_IsRefused(string what, string pem) => Assert.True(Assert.ThrowsAny<CryptographicException>(() => DeviceCertificate.FromPem(pem)).Message.Length > 0, what);

    private static string Certificate() => DeviceCertificate.FromPem(Lsc).Certificate.ExportCertificatePem();

    private static string EcKey()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static X509Certificate2 Issued(ECDsa key) => new CertificateRequest("CN=phone", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
}
