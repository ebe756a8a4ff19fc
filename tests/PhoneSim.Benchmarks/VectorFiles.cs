using System.Collections.Frozen;
using System.Security.Cryptography;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Benchmarks;

/// <summary>The vectors of one phone, and the bare operations of RSA and AES that they cost, on the same bytes and with keys imported before.</summary>
internal sealed class VectorFiles
{
    public const string Encrypted = "SEP001122334455.cnf.xml.enc.sgn";
    public const string SharedItl = "ITLFile.tlv";

    private readonly SignedFile encrypted = SignedFile.Parse(Vectors.Bytes("sha1/" + Encrypted));
    private readonly TrustList itl = TrustList.Parse(Vectors.Bytes("sha1/" + SharedItl));
    private readonly RSA sast;
    private readonly RSA cucm;
    private readonly byte[] aesKey;

    public VectorFiles()
    {
        sast = itl.FindSigner()!.ImportRsa()!;
        cucm = itl.Records.First(r => r.Role is TrustRole.CcmTftp or TrustRole.Tftp && r.SerialNumber.Span.SequenceEqual(encrypted.Header.SignerSerial.Span)).ImportRsa()!;
        aesKey = Phone.Rsa!.Decrypt(Info.WrappedKey.Span, RSAEncryptionPadding.Pkcs1);
        Profile = new ProfileStore().Find("7962")!;
    }

    public FirmwareProfile Profile { get; }

    public DeviceCertificate Phone { get; } = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem"));

    /// <summary>A phone that has enrolled and remembers that encryption is on, before its first trust list.</summary>
    public FlashContents Enrolled => FlashContents.Empty with { Mic = Phone, Lsc = Phone, Settings = new() { EncryptedConfig = true } };

    public FlashContents EnrolledWithItl => Enrolled with { Itl = itl };

    public ReadOnlyMemory<byte> EncryptedFile => encrypted.Raw;

    public FrozenDictionary<string, ReadOnlyMemory<byte>> Served => new Dictionary<string, ReadOnlyMemory<byte>> { [Encrypted] = encrypted.Raw, [SharedItl] = itl.File.Raw }.ToFrozenDictionary();

    private EncryptionInfo Info => encrypted.Header.Encryption!;

    public bool VerifyItl() => itl.File.SignatureHolds(sast);

    /// <summary>One RSA verification, one RSA decryption, AES-128-CBC and the digest of the clear text.</summary>
    public byte[] VerifyAndDecrypt()
    {
        if (!encrypted.SignatureHolds(cucm))
            throw new CryptographicException("the vector does not verify");
        using Aes aes = Aes.Create();
        aes.Key = Phone.Rsa!.Decrypt(Info.WrappedKey.Span, RSAEncryptionPadding.Pkcs1);
        byte[] clear = aes.DecryptCbc(encrypted.Body.Span, Info.Iv.Span, PaddingMode.None);
        return SHA1.HashData(clear.AsSpan(0, clear.Length - Info.PaddingLength));
    }

    public byte[] AesOnly()
    {
        using Aes aes = Aes.Create();
        aes.Key = aesKey;
        return aes.DecryptCbc(encrypted.Body.Span, Info.Iv.Span, PaddingMode.None);
    }
}
