using PhoneSim.Evidence.Explain;
using PhoneSim.Evidence.Tests.Checks;
using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;
using static PhoneSim.Evidence.Tests.Explain.SampleTraffic;

namespace PhoneSim.Evidence.Tests.Explain;

/// <summary>What a phone took and what it must have refused, read off its traffic.</summary>
public sealed class CaptureStoryTests
{
    private static readonly byte[] Encrypted = Vectors.Bytes($"sha1/{Device}.cnf.xml.enc.sgn");

    [Fact]
    public void Files_AreNamedInOrderWithWhatCame()
    {
        ExplainedPhone phone = new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.sgn").NotFound().Ask("XMLDefault.cnf.xml").NotFound().Explain();
        Assert.Equal([$"CTL{Device}.tlv not-found", $"ITL{Device}.tlv ok", $"{Device}.cnf.xml.sgn not-found", "XMLDefault.cnf.xml not-found"], phone.Steps.Select(s => $"{s.What} {s.Answer}"));
        Assert.Equal((Device, "got no configuration that it could use"), (phone.Name, phone.Conclusions[^1]));
        Assert.Contains("normal outside mixed mode", phone.Steps[0].Why, StringComparison.Ordinal);
        Assert.Contains("roles SAST, CCM+TFTP, CAPF, TVS", phone.Steps[1].Holds);
    }

    [Theory]
    [InlineData("XMLDefault.cnf.xml", true)]
    [InlineData($"{Device}.cnf.xml", false)]
    public void RootDefault_IsTakenUnderTheNameOfTheDefaultOnly(string name, bool accepted)
    {
        byte[] content = "<Default><callManagerGroup/></Default>"u8.ToArray();
        Assert.Equal(accepted, new SampleTraffic().TrustList().Ask(name).Deliver(content).Explain().Steps[^1].IsAccepted);
    }

    [Fact]
    public void EncryptedFile_WithTheKey_IsReadAndTaken()
    {
        ExplainedPhone phone = new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.enc.sgn").Deliver(Encrypted).Explain(WithKey("phone-lsc"));
        Assert.True(phone.Steps[^1].IsAccepted);
        Assert.Contains("full configuration", phone.Steps[^1].Holds);
        Assert.Equal($"has a full configuration, {Device}.cnf.xml.enc.sgn", phone.Conclusions[^1]);
    }

    [Fact]
    public void EncryptedFile_WithoutTheKey_SaysWhatIsMissing()
    {
        ExplainedPhone phone = new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.sgn").Deliver(Vectors.Bytes($"sha1/{Device}.cnf.xml.sgn")).TrustList().Ask($"{Device}.cnf.xml.enc.sgn").Deliver(Encrypted).Explain();
        ExplainedStep step = phone.Steps[^1];
        Assert.Null(phone.IsConfigured);
        Assert.Equal("was given an encrypted configuration; its key would show what is in it", phone.Conclusions[^1]);
        Assert.Null(step.IsAccepted);
        Assert.Contains("--key PEM", step.Why, StringComparison.Ordinal);
        Assert.Contains("encrypted for a public key of 2048 bits", step.Holds);
    }

    [Fact]
    public void EncryptedFile_ForAnotherKey_MustHaveBeenRefused() => Assert.StartsWith($"must have refused {Device}.cnf.xml.enc.sgn: ",
        new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.enc.sgn").Deliver(Encrypted).Explain(WithKey("phone-mic")).Conclusions[0], StringComparison.Ordinal);

    [Fact]
    public void BrokenSignature_MustHaveBeenRefused() => Assert.Contains("signature invalid: the signature does not hold",
        new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.sgn").Deliver(TrustListEdits.WithBrokenSignature(Vectors.Bytes($"sha1/{Device}.cnf.xml.sgn"))).Explain().Conclusions[0], StringComparison.Ordinal);

    [Fact]
    public void UnknownSigner_IsToldFromOneThatNobodyCanJudge()
    {
        byte[] signed = Vectors.Bytes($"sha1/{Device}.cnf.xml.sgn");
        Assert.Contains("--trust FILE.tlv", new SampleTraffic().Ask($"{Device}.cnf.xml.sgn").Deliver(signed).Explain().Steps[0].Why, StringComparison.Ordinal);
        ExplainOptions others = Options() with { Itl = TrustList.Parse(PhoneSim.Evidence.Tests.Lint.LintFiles.List("ITLFile.tlv", TrustRole.Sast, TrustRole.Capf)) };
        Assert.Contains("signature unknown-signer", new SampleTraffic().Ask($"{Device}.cnf.xml.sgn").Deliver(signed).Explain(others).Conclusions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatSeemsRight_AndANextNameAsked_MustHaveBeenRefusedAllTheSame() => Assert.Contains("although nothing in the capture says why",
        new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.sgn").Deliver(Vectors.Bytes($"sha1/full-sgn/{Device}.cnf.xml.sgn")).Ask("XMLDefault.cnf.xml").NotFound().Explain().Conclusions[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("phone-lsc", "asks the encrypted file")]
    [InlineData("phone-mic", "needs a CAPF session")]
    [InlineData(null, "compares certHash with the MD5")]
    public void MinimalFile_WithAndWithoutTheCertificate_SaysWhatComesNext(string? key, string words) => Assert.Contains(words,
        new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.sgn").Deliver(Vectors.Bytes($"sha1/{Device}.cnf.xml.sgn")).Explain(key is null ? Options() : WithKey(key)).Steps[^1].Why, StringComparison.Ordinal);

    [Fact]
    public void WhatItDidNext_IsSaid()
    {
        ExplainedPhone phone = new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.sgn").Deliver(Vectors.Bytes($"sha1/{Device}.cnf.xml.sgn")).Tcp(3804, "x", [1]).TrustList().Explain();
        Assert.StartsWith("opened CAPF to 192.0.2.1:3804", phone.Steps[2].Next, StringComparison.Ordinal);
        Assert.StartsWith($"began anew with CTL{Device}.tlv: a reset", phone.Steps[3].Next, StringComparison.Ordinal);
        Assert.Equal("nothing more in the capture", phone.Steps[^1].Next);
    }

    [Fact]
    public void Secrets_AreNeverInAnExplanation()
    {
        ExplainedPhone phone = new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.enc.sgn").Deliver(Encrypted).Explain(WithKey("phone-lsc"));
        string all = string.Join('\n', phone.Steps.SelectMany(s => s.Holds.Append(s.Why).Append(s.Next)).Concat(phone.Conclusions));
        Assert.All(["24680", "digest-s3cret", "ssh-s3cret"], secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }

    [Fact]
    public void TwoPhonesBehindOneAddress_AreToldApartByTheirNames()
    {
        SampleTraffic traffic = new SampleTraffic().Ask("CTLSEP000000000001.tlv").NotFound().Ask("ITLFile.tlv").NotFound().Ask("CTLSEP000000000002.tlv").NotFound().Ask("ITLFile.tlv").NotFound();
        IReadOnlyList<ExplainedPhone> phones = ExplainAll(traffic.ToBytes());
        Assert.Equal(["SEP000000000001 2", "SEP000000000002 2"], phones.Select(p => $"{p.Name} {p.Steps.Count}"));
    }

    [Theory]
    [InlineData("SIP75.9-4-2SR3-1S", "7975")]
    [InlineData("SIP42.9-4-2SR3-1S", "7942")]
    public void Profile_NotGiven_IsGuessedAndSaidSo(string load, string profile)
    {
        byte[] xml = System.Text.Encoding.UTF8.GetBytes(Vectors.Text("plain.cnf.xml").Replace("SIP42.9-4-2SR3-1S", load, StringComparison.Ordinal));
        ExplainedPhone phone = new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml").Deliver(xml).Explain(Options(null));
        Assert.Equal(profile, phone.Profile);
        Assert.StartsWith("assumed, since it asks TFTP only", phone.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_OfAPhoneThatSaysItsModel_IsThatModel() => Assert.Equal("8845",
        new SampleTraffic().Http($"CTL{Device}.tlv", "HTTP/1.1 404 Not Found\r\nContent-Length: 0", []).Explain(Options(null)).Profile);

    private static ExplainOptions WithKey(string key) => Options() with { PrivateKey = Vectors.Key(key), Certificate = DeviceCertificate.FromPem(Vectors.Text($"keys/{key}.pem")) };
}
