using System.Security.Cryptography;

namespace PhoneSim.Formats.EncryptedFiles;

/// <summary>Decryption of configuration files. The signature is checked before, by <see cref="SignedFiles.SignedFile"/>.</summary>
public static class EncryptedFile
{
    /// <summary>Public-key method: unwraps the AES key with the private key of the LSC or MIC.</summary>
    /// <exception cref="MalformedDataException">The header is malformed.</exception>
    public static DecryptionResult Decrypt(ReadOnlyMemory<byte> file, RSA privateKey) => throw new NotImplementedException();

    /// <summary>Manual method, container layout assumed (shared/spec/files.md 4).</summary>
    /// <exception cref="MalformedDataException">The header is malformed.</exception>
    public static DecryptionResult Decrypt(ReadOnlyMemory<byte> file, SymmetricKey key, ContainerLayout layout) => throw new NotImplementedException();
}
