using System.Security.Cryptography;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests;

public sealed class VectorTests
{
    public static TheoryData<string, string> SignedVectors()
    {
        TheoryData<string, string> data = [];
        foreach (string digest in new[] { "sha1", "sha512" })
        {
            foreach (string list in new[] { "ITLFile.tlv", "CTLSEP001122334455.tlv" })
                data.Add($"{digest}/{list}", "SAST");
            foreach (string file in new[] { "SEP001122334455.cnf.xml.sgn", "SEP001122334455.cnf.xml.enc.sgn", "mic/SEP001122334455.cnf.xml.sgn", "mic/SEP001122334455.cnf.xml.enc.sgn", "full-sgn/SEP001122334455.cnf.xml.sgn", "full-sgn/XMLDefault.cnf.xml.sgn" })
                data.Add($"{digest}/{file}", "CUCM");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(SignedVectors))]
    public void Signature_OfAVector_HoldsWithItsSignersKeyOnly(string file, string signer)
    {
        SignedFile signed = SignedFile.Parse(Vectors.Bytes(file));
        using RSA key = Vectors.Key(signer);
        using RSA other = Vectors.Key("TVS");
        Assert.True(signed.SignatureHolds(key));
        Assert.False(signed.SignatureHolds(other));
    }

    [Theory]
    [InlineData("sha1/SEP001122334455.cnf.xml.enc.sgn", "phone-lsc")]
    [InlineData("sha512/SEP001122334455.cnf.xml.enc.sgn", "phone-lsc")]
    [InlineData("sha1/mic/SEP001122334455.cnf.xml.enc.sgn", "phone-mic")]
    [InlineData("sha512/mic/SEP001122334455.cnf.xml.enc.sgn", "phone-mic")]
    public void EncryptedVector_WithThePhonesKey_IsThePlainFile(string file, string key)
    {
        using RSA rsa = Vectors.Key(key);
        DecryptionResult result = EncryptedFile.Decrypt(Vectors.Bytes(file), rsa);
        Assert.Equal(DecryptionVerdict.Decrypted, result.Verdict);
        Assert.Equal(Vectors.Bytes("plain.cnf.xml"), result.ClearText.ToArray());
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha512")]
    public void TrustListVector_HoldsItsSignerAndEveryRole(string digest)
    {
        TrustList list = TrustList.Parse(Vectors.Bytes($"{digest}/ITLFile.tlv"));
        Assert.Equal(TrustRole.Sast, list.FindSigner()!.Role);
        Assert.Equal("CN=SAST.lab.example,O=Lab,OU=QA", list.File.Header.SignerName);
        Assert.Superset(new HashSet<TrustRole> { TrustRole.Sast, TrustRole.CcmTftp, TrustRole.Capf, TrustRole.Tvs }, list.Records.Select(r => r.Role).ToHashSet());
        Assert.All(list.Records, r => Assert.False(r.Certificate.IsEmpty));
    }

    [Fact]
    public void TrustListVector_AskedAboutOneKeyAndThenAnother_AnswersForEach()
    {
        TrustList list = TrustList.Parse(Vectors.Bytes("sha1/ITLFile.tlv"));
        using RSA sast = Vectors.Key("SAST");
        using RSA other = Vectors.Key("TVS");
        Assert.Equal([true, true, false, false, true], new[] { sast, sast, other, other, sast }.Select(list.SignatureHolds));
    }

    [Fact]
    public void MinimalVector_NamesThePhonesCertificate()
    {
        PhoneConfiguration minimal = PhoneConfiguration.Parse(SignedFile.Parse(Vectors.Bytes("sha1/SEP001122334455.cnf.xml.sgn")).Body);
        Assert.False(minimal.FullConfig);
        Assert.True(minimal.EncrConfig);
        Assert.Equal("1d41b1769d85ae5b34a93bdb103cd096", minimal.CertHash);
        Assert.Equal(2, minimal.CapfAuthMode);
    }

    [Fact]
    public void PlainVector_IsReadElementByElement()
    {
        PhoneConfiguration full = PhoneConfiguration.Parse(Vectors.Bytes("plain.cnf.xml"));
        Assert.True(full.FullConfig);
        Assert.Equal("digest-user", full.DigestCredentials!.User);
        Assert.Equal("digest-s3cret", full.DigestCredentials.Password.Reveal());
        Assert.Equal("24680", full.PhonePassword!.Reveal());
        Assert.Equal([new CallManager(0, "127.0.0.1", 5060, 5061, 2000)], full.CallManagers);
        Assert.Equal([new ServerAddress("127.0.0.1", 2445)], full.TvsServers);
        Assert.Equal([new ServerAddress("127.0.0.1", 3804)], full.CapfServers);
        Assert.Equal("", full.CertHash);
        Assert.Equal("1001", Assert.Single(full.Lines).Name);
    }
}
