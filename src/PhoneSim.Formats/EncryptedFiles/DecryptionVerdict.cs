namespace PhoneSim.Formats.EncryptedFiles;

/// <summary>Why a file could, or could not, be decrypted: each step of shared/spec/files.md 3 that may fail is its own reason.</summary>
public enum DecryptionVerdict
{
    Decrypted,
    /// <summary>The header carries no encryption info: the file is not encrypted, or not in a layout known here.</summary>
    NotEncrypted,
    /// <summary>A public-key file (wrapped key present) was opened with a symmetric key.</summary>
    NeedsPrivateKey,
    /// <summary>A manual-key file (no wrapped key; layout assumed) was opened with a private key.</summary>
    NeedsSymmetricKey,
    /// <summary>The key has another size than the algorithm asks.</summary>
    WrongKeySize,
    /// <summary>RSA did not yield a 16-byte key: made for another public key.</summary>
    KeyNotForThisPhone,
    /// <summary>Length no multiple of the block size, or the padding count is impossible.</summary>
    BadPadding,
    /// <summary>The clear text's digest differs from tag 27.</summary>
    DigestDiffers,
    /// <summary>No digest to compare, and the clear text is not well-formed XML with root <c>device</c>.</summary>
    NotAConfiguration,
}
