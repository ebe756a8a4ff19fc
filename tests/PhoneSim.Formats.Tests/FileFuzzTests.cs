using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.Dissection;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests;

/// <summary>Whatever a server sends, the readers of files end with a value or with <see cref="MalformedDataException"/>.</summary>
[Trait("Category", "Fuzz")]
public sealed class FileFuzzTests : IDisposable
{
    private static readonly SymmetricKey Aes = new(new byte[16]);
    private static readonly SymmetricKey Rc4 = new(new byte[32]);

    /// <summary>Short, so that millions of decryptions end.</summary>
    private readonly RSA phone = RSA.Create(1024);

    public void Dispose() => phone.Dispose();

    [Fact]
    public void TrustLists_Damaged_ThrowNothingElse() =>
        Fuzz.Run([Vectors.Bytes("sha1/ITLFile.tlv"), Vectors.Bytes("sha512/CTLSEP001122334455.tlv")], bytes =>
        {
            Fuzz.Read(() => $"{TrustList.Parse(bytes).FindSigner()?.ImportRsa()?.KeySize}");
            Assert.NotNull(FileParts.Of(bytes));
        });

    [Fact]
    public void SignedFiles_Damaged_ThrowNothingElse()
    {
        using X509Certificate2 signer = Vectors.Certificate("CUCM");
        using RSA key = signer.GetRSAPublicKey()!;
        Fuzz.Run([Vectors.Bytes("sha512/SEP001122334455.cnf.xml.sgn"), Vectors.Bytes("sha1/full-sgn/XMLDefault.cnf.xml.sgn")], bytes =>
        {
            Fuzz.Read(() => $"{SignedFile.Parse(bytes).SignatureHolds(key)}");
            Assert.NotNull(FileParts.Of(bytes));
        });
    }

    [Fact]
    public void EncryptedFiles_Damaged_ThrowNothingElse() => Fuzz.Run(Encrypted(), bytes =>
    {
        Fuzz.Read(() => EncryptedFile.Decrypt(bytes, phone));
        Fuzz.Read(() => EncryptedFile.Decrypt(bytes, Aes, ContainerLayout.ManualAes128));
        Fuzz.Read(() => EncryptedFile.Decrypt(bytes, Rc4, ContainerLayout.ManualRc4));
        Assert.NotNull(FileParts.Of(bytes));
    });

    [Fact]
    public void Configurations_Damaged_ThrowNothingElse() => Fuzz.Run([Vectors.Bytes("plain.cnf.xml"), MinimalConfiguration.From(Vectors.Bytes("plain.cnf.xml"), null)], bytes =>
    {
        Fuzz.Read(() => PhoneConfiguration.Parse(bytes));
        Fuzz.Read(() => MinimalConfiguration.From(bytes, null));
        Fuzz.Read(() => new ConfigurationEditor(bytes).Set("certHash", "").ToXml());
        Assert.NotNull(FileParts.Of(bytes));
    });

    private byte[][] Encrypted()
    {
        byte[] clear = Vectors.Bytes("plain.cnf.xml");
        SigningIdentity signer = SigningIdentity.FromPem(Vectors.Text("keys/CUCM.pem"));
        SigningOptions options = new() { FileName = "f.cnf.xml.enc.sgn", TimeStamp = DateTimeOffset.UnixEpoch, Digest = DigestAlgorithm.Sha1 };
        return [EncryptedFileWriter.ForPublicKey(clear, phone, signer, options), EncryptedFileWriter.ForManualAes(clear, Aes, signer, options), EncryptedFileWriter.ForManualRc4(clear, Rc4, signer, options)];
    }
}
