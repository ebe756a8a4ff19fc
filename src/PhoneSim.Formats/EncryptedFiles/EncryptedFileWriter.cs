using System.Security.Cryptography;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.EncryptedFiles;

/// <summary>Writes <c>.enc.sgn</c> files: the one place that knows the layouts of shared/spec/files.md 3 and 4.</summary>
public static class EncryptedFileWriter
{
    private const int BlockBytes = 16;
    private const byte FillByte = 0x0D;
    private const byte AesAlgorithm = 1;
    private static readonly Version EncryptedVersion = new(2, 0);

    /// <summary>Public-key method: a new AES-128 key for this file, wrapped with the public key of the phone's LSC or MIC.</summary>
    public static byte[] ForPublicKey(ReadOnlySpan<byte> clear, RSA phone, SigningIdentity signer, SigningOptions options)
    {
        byte[] key = RandomNumberGenerator.GetBytes(BlockBytes);
        TlvWriter keyInfo = new TlvWriter().AddByte(HeaderTag.KeyUnknown, 0).AddUInt16(HeaderTag.WrappedKeySize, phone.KeySize)
            .AddByte(HeaderTag.KeyAlgorithm, AesAlgorithm).Add(HeaderTag.WrappedKey, phone.Encrypt(key, RSAEncryptionPadding.Pkcs1));
        return WriteAes(clear, key, new TlvWriter().Add(HeaderTag.KeyInfo, keyInfo), signer, options);
    }

    /// <summary>Manual AES-128: the same without key info. Assumed (files.md 4).</summary>
    /// <exception cref="ArgumentException">The key has not 128 bits.</exception>
    public static byte[] ForManualAes(ReadOnlySpan<byte> clear, SymmetricKey key, SigningIdentity signer, SigningOptions options) =>
        WriteAes(clear, Sized(key, 128), new(), signer, options);

    /// <summary>Manual RC4-256, unsigned: RC4 of the clear text and nothing else. Assumed (files.md 4).</summary>
    /// <exception cref="ArgumentException">The key has not 256 bits.</exception>
    public static byte[] ForManualRc4(ReadOnlySpan<byte> clear, SymmetricKey key)
    {
        Sized(key, 256);
        return EncryptedFile.Rc4(clear, key);
    }

    /// <summary>Manual RC4-256 behind a signed header. Assumed (files.md 4).</summary>
    /// <exception cref="ArgumentException">The key has not 256 bits.</exception>
    public static byte[] ForManualRc4(ReadOnlySpan<byte> clear, SymmetricKey key, SigningIdentity signer, SigningOptions options) =>
        SignedFileWriter.Write(EncryptedVersion, new(), new(), ForManualRc4(clear, key), signer, options);

    private static byte[] Sized(SymmetricKey key, int bits) =>
        key.Bits == bits ? key.Reveal().ToArray() : throw new ArgumentException($"a key of {bits} bits ({bits / 4} hexadecimal digits) expected, {key.Bits} bits given", nameof(key));

    private static byte[] WriteAes(ReadOnlySpan<byte> clear, byte[] key, TlvWriter keyInfo, SigningIdentity signer, SigningOptions options)
    {
        byte[] iv = RandomNumberGenerator.GetBytes(BlockBytes);
        int padding = BlockBytes - (clear.Length % BlockBytes);
        TlvWriter ivInfo = new TlvWriter().AddByte(HeaderTag.IvUnknown, 0).Add(HeaderTag.Iv, iv).AddUInt16(HeaderTag.PaddingLength, padding);
        TlvWriter elements = new TlvWriter().Add(HeaderTag.EncryptionInfo, new TlvWriter().Add(HeaderTag.IvInfo, ivInfo).AddRaw(keyInfo.Written))
            .AddByte(HeaderTag.ClearTextDigestAlgorithm, (byte)options.Digest)
            .Add(HeaderTag.ClearTextDigest, CryptographicOperations.HashData(options.Digest.Name, clear));
        return SignedFileWriter.Write(EncryptedVersion, new(), elements, Encrypt(clear, padding, key, iv), signer, options);
    }

    private static byte[] Encrypt(ReadOnlySpan<byte> clear, int padding, byte[] key, byte[] iv)
    {
        byte[] padded = new byte[clear.Length + padding];
        clear.CopyTo(padded);
        padded.AsSpan(clear.Length).Fill(FillByte);
        using Aes aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(padded, iv, PaddingMode.None);
    }
}
