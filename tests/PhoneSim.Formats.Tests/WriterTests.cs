using System.Security.Cryptography;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests;

public sealed class WriterTests
{
    private static readonly byte[] Clear = Vectors.Bytes("plain.cnf.xml");

    [Theory]
    [InlineData("sha1", DigestAlgorithm.Sha1)]
    [InlineData("sha512", DigestAlgorithm.Sha512)]
    public void SignedFile_OfTheSameInputs_EqualsTheVector(string folder, DigestAlgorithm digest)
    {
        byte[] vector = Vectors.Bytes($"{folder}/SEP001122334455.cnf.xml.sgn");
        SignedFile parsed = SignedFile.Parse(vector);
        byte[] written = SignedFileWriter.Write(parsed.Body.Span, Identity("CUCM"), Options(parsed, digest));
        Assert.Equal(vector, written);
    }

    [Theory]
    [InlineData("sha1", "ITLFile.tlv", DigestAlgorithm.Sha1)]
    [InlineData("sha512", "ITLFile.tlv", DigestAlgorithm.Sha512)]
    [InlineData("sha1", "CTLSEP001122334455.tlv", DigestAlgorithm.Sha1)]
    [InlineData("sha512", "CTLSEP001122334455.tlv", DigestAlgorithm.Sha512)]
    public void TrustList_OfTheSameInputs_EqualsTheVector(string folder, string file, DigestAlgorithm digest)
    {
        byte[] vector = Vectors.Bytes($"{folder}/{file}");
        TrustList parsed = TrustList.Parse(vector);
        TrustListEntry[] entries = [.. parsed.Records.Select(r => new TrustListEntry(r.Role, Vectors.Certificate(r.SubjectName!.Split(',')[0][3..].Split('.')[0])))];
        byte[] written = TrustListWriter.Write(entries, Identity("SAST"), Options(parsed.File, digest), parsed.File.Header.SignerVersion!);
        Assert.Equal(vector, written);
    }

    [Fact]
    public void MinimalConfiguration_OfThePlainVector_EqualsTheVector()
    {
        byte[] expected = SignedFile.Parse(Vectors.Bytes("sha1/SEP001122334455.cnf.xml.sgn")).Body.ToArray();
        Assert.Equal(expected, MinimalConfiguration.From(Clear, Vectors.Certificate("phone-lsc")));
    }

    [Theory]
    [InlineData(DigestAlgorithm.Sha1)]
    [InlineData(DigestAlgorithm.Sha256)]
    [InlineData(DigestAlgorithm.Sha512)]
    public void EncryptedFile_ForAPublicKey_HoldsItsSignatureAndDecrypts(DigestAlgorithm digest)
    {
        using RSA phone = Vectors.Key("phone-lsc");
        byte[] file = EncryptedFileWriter.ForPublicKey(Clear, phone, Identity("CUCM"), Options("f.cnf.xml.enc.sgn", digest));
        Assert.True(SignedFile.Parse(file).SignatureHolds(Identity("CUCM").Key));
        Assert.Equal(Clear, EncryptedFile.Decrypt(file, phone).ClearText.ToArray());
    }

    [Fact]
    public void EncryptedFile_WrittenTwice_UsesAnotherKeyEachTime()
    {
        using RSA phone = Vectors.Key("phone-lsc");
        byte[][] keys = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            byte[] file = EncryptedFileWriter.ForPublicKey(Clear, phone, Identity("CUCM"), Options("f", DigestAlgorithm.Sha1));
            return phone.Decrypt(SignedFile.Parse(file).Header.Encryption!.WrappedKey.Span, RSAEncryptionPadding.Pkcs1);
        })];
        Assert.NotEqual(keys[0], keys[1]);
    }

    [Fact]
    public void ManualAes_WithTheRightKey_Decrypts_WithAnother_DiffersInItsDigest()
    {
        byte[] file = EncryptedFileWriter.ForManualAes(Clear, Key('A', 128), Identity("CUCM"), Options("f", DigestAlgorithm.Sha1));
        Assert.Equal(Clear, EncryptedFile.Decrypt(file, Key('A', 128), ContainerLayout.ManualAes128).ClearText.ToArray());
        Assert.Equal(DecryptionVerdict.DigestDiffers, EncryptedFile.Decrypt(file, Key('B', 128), ContainerLayout.ManualAes128).Verdict);
        Assert.Equal(DecryptionVerdict.WrongKeySize, EncryptedFile.Decrypt(file, Key('A', 256), ContainerLayout.ManualAes128).Verdict);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ManualRc4_WithTheRightKey_Decrypts_WithAnother_IsNoConfiguration(bool withHeader)
    {
        byte[] file = withHeader
            ? EncryptedFileWriter.ForManualRc4(Clear, Key('A', 256), Identity("CUCM"), Options("f", DigestAlgorithm.Sha1))
            : EncryptedFileWriter.ForManualRc4(Clear, Key('A', 256));
        Assert.Equal(Clear, EncryptedFile.Decrypt(file, Key('A', 256), ContainerLayout.ManualRc4).ClearText.ToArray());
        Assert.Equal(DecryptionVerdict.NotAConfiguration, EncryptedFile.Decrypt(file, Key('B', 256), ContainerLayout.ManualRc4).Verdict);
        Assert.Equal(DecryptionVerdict.WrongKeySize, EncryptedFile.Decrypt(file, Key('A', 128), ContainerLayout.ManualRc4).Verdict);
    }

    [Fact]
    public void WrongMethod_ForTheFile_IsSaid()
    {
        using RSA phone = Vectors.Key("phone-lsc");
        byte[] manual = EncryptedFileWriter.ForManualAes(Clear, Key('A', 128), Identity("CUCM"), Options("f", DigestAlgorithm.Sha1));
        Assert.Equal(DecryptionVerdict.NeedsSymmetricKey, EncryptedFile.Decrypt(manual, phone).Verdict);
        Assert.Equal(DecryptionVerdict.NeedsPrivateKey, EncryptedFile.Decrypt(Vectors.Bytes("sha1/SEP001122334455.cnf.xml.enc.sgn"), Key('A', 128), ContainerLayout.ManualAes128).Verdict);
        Assert.Equal(DecryptionVerdict.NotEncrypted, EncryptedFile.Decrypt(Clear, phone).Verdict);
    }

    [Fact]
    public void TrustList_WhoseSignerIsNoSast_IsNotWritten() => Assert.Throws<ArgumentException>(() =>
        TrustListWriter.Write([new(TrustRole.Tftp, Vectors.Certificate("CUCM"))], Identity("SAST"), Options("f", DigestAlgorithm.Sha1), new(1, 0)));

    private static SymmetricKey Key(char digit, int bits) => SymmetricKey.FromHex(new string(digit, bits / 4), bits)!;

    private static SigningIdentity Identity(string name) => SigningIdentity.FromPem(Vectors.Text($"keys/{name}.pem"));

    private static SigningOptions Options(SignedFile like, DigestAlgorithm digest) => new() { FileName = like.Header.FileName!, TimeStamp = like.Header.TimeStamp!.Value, Digest = digest };

    private static SigningOptions Options(string name, DigestAlgorithm digest) => new() { FileName = name, TimeStamp = DateTimeOffset.UnixEpoch, Digest = digest };
}
