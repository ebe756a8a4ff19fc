using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.SignedFiles;

namespace PhoneSim.Formats.EncryptedFiles;

/// <summary>Decryption of configuration files. The signature is checked before, by <see cref="SignedFile"/>.</summary>
public static class EncryptedFile
{
    private const int AesKeyBytes = 16;
    private const int BlockBytes = 16;
    private const int Rc4KeyBytes = 32;

    /// <summary>Public-key method: unwraps the AES key with the private key of the LSC or MIC.</summary>
    /// <exception cref="MalformedDataException">The header is malformed.</exception>
    public static DecryptionResult Decrypt(ReadOnlyMemory<byte> file, RSA privateKey) =>
        Decrypt(SignedFile.HasHeader(file.Span) ? SignedFile.Parse(file) : null, privateKey);

    /// <param name="signed">A file whose header was read before; null: it has none.</param>
    public static DecryptionResult Decrypt(SignedFile? signed, RSA privateKey)
    {
        if (signed?.Header.Encryption is not { } info)
            return Failed(DecryptionVerdict.NotEncrypted);
        if (info.WrappedKey.IsEmpty)
            return Failed(DecryptionVerdict.NeedsSymmetricKey);
        return Unwrap(info.WrappedKey.Span, privateKey) is { } key ? DecryptAes(signed.Body, info, key) : Failed(DecryptionVerdict.KeyNotForThisPhone);
    }

    /// <summary>Manual method, container layout assumed (shared/spec/files.md 4).</summary>
    /// <exception cref="MalformedDataException">The header is malformed.</exception>
    public static DecryptionResult Decrypt(ReadOnlyMemory<byte> file, SymmetricKey key, ContainerLayout layout)
    {
        SignedFile? signed = SignedFile.HasHeader(file.Span) ? SignedFile.Parse(file) : null;
        if (signed?.Header.Encryption is { WrappedKey.IsEmpty: false })
            return Failed(DecryptionVerdict.NeedsPrivateKey);
        return layout == ContainerLayout.ManualRc4 ? DecryptRc4(signed?.Body ?? file, key) : DecryptManualAes(signed, key);
    }

    /// <summary>Public-key method: whether both files were encrypted with the same AES key, which a server makes anew at each update. False too when one of them is not for this phone.</summary>
    /// <exception cref="MalformedDataException">A header is malformed.</exception>
    public static bool HaveSameKey(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other, RSA privateKey) =>
        KeyOf(one, privateKey) is { } key && KeyOf(other, privateKey) is { } second && key.AsSpan().SequenceEqual(second);

    private static byte[]? KeyOf(ReadOnlyMemory<byte> file, RSA privateKey) =>
        SignedFile.HasHeader(file.Span) && SignedFile.Parse(file).Header.Encryption is { WrappedKey.IsEmpty: false } info ? Unwrap(info.WrappedKey.Span, privateKey) : null;

    private static DecryptionResult Failed(DecryptionVerdict verdict) => new(verdict, default);

    private static byte[]? Unwrap(ReadOnlySpan<byte> wrapped, RSA privateKey)
    {
        try
        {
            byte[] key = privateKey.Decrypt(wrapped, RSAEncryptionPadding.Pkcs1);
            return key.Length == AesKeyBytes ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static DecryptionResult DecryptManualAes(SignedFile? signed, SymmetricKey key)
    {
        if (signed?.Header.Encryption is not { } info)
            return Failed(DecryptionVerdict.NotEncrypted);
        return key.Reveal().Length == AesKeyBytes ? DecryptAes(signed.Body, info, key.Reveal().ToArray()) : Failed(DecryptionVerdict.WrongKeySize);
    }

    private static DecryptionResult DecryptAes(ReadOnlyMemory<byte> body, EncryptionInfo info, byte[] key)
    {
        if (info.Iv.IsEmpty)
            return Failed(DecryptionVerdict.NotEncrypted);
        if (body.Length % BlockBytes != 0 || info.PaddingLength is < 0 or > BlockBytes || info.PaddingLength > body.Length)
            return Failed(DecryptionVerdict.BadPadding);
        using Aes aes = Aes.Create();
        aes.Key = key;
        byte[] clear = GC.AllocateUninitializedArray<byte>(body.Length);
        aes.DecryptCbc(body.Span, info.Iv.Span, clear, PaddingMode.None);
        return Checked(clear.AsMemory(0, clear.Length - info.PaddingLength), info);
    }

    private static DecryptionResult DecryptRc4(ReadOnlyMemory<byte> body, SymmetricKey key)
    {
        if (key.Reveal().Length != Rc4KeyBytes)
            return Failed(DecryptionVerdict.WrongKeySize);
        return Checked(Rc4(body.Span, key), new());
    }

    internal static byte[] Rc4(ReadOnlySpan<byte> text, SymmetricKey key)
    {
        RC4Engine engine = new();
        engine.Init(true, new KeyParameter(key.Reveal()));
        byte[] result = new byte[text.Length];
        engine.ProcessBytes(text, result);
        return result;
    }

    private static DecryptionResult Checked(ReadOnlyMemory<byte> clear, EncryptionInfo info)
    {
        if (info.ClearTextDigest.IsEmpty || info.ClearTextDigestAlgorithm is not { } digest)
            return PhoneConfiguration.IsConfiguration(clear) ? new(DecryptionVerdict.Decrypted, clear) : Failed(DecryptionVerdict.NotAConfiguration);
        return CryptographicOperations.HashData(digest.Name, clear.Span).AsSpan().SequenceEqual(info.ClearTextDigest.Span)
            ? new(DecryptionVerdict.Decrypted, clear)
            : Failed(DecryptionVerdict.DigestDiffers);
    }
}
