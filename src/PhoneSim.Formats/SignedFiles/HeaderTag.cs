namespace PhoneSim.Formats.SignedFiles;

/// <summary>Tags of the header (shared/spec/files.md 1 and 3).</summary>
internal static class HeaderTag
{
    public const byte Version = 1;
    public const byte HeaderLength = 2;
    public const byte SignerInfo = 3;
    public const byte SignerName = 4;
    public const byte SerialNumber = 5;
    public const byte IssuerName = 6;
    public const byte SignatureInfo = 7;
    public const byte DigestAlgorithm = 8;
    public const byte SignatureAlgorithmInfo = 9;
    public const byte SignatureAlgorithm = 10;
    public const byte Modulus = 11;
    public const byte Signature = 12;
    public const byte Padding = 13;
    public const byte FileName = 14;
    public const byte TimeStamp = 15;
    public const byte EncryptionInfo = 16;
    public const byte IvInfo = 17;
    public const byte IvUnknown = 18;
    public const byte Iv = 19;
    public const byte PaddingLength = 20;
    public const byte KeyInfo = 21;
    public const byte KeyUnknown = 22;
    public const byte WrappedKeySize = 23;
    public const byte KeyAlgorithm = 24;
    public const byte WrappedKey = 25;
    public const byte ClearTextDigestAlgorithm = 26;
    public const byte ClearTextDigest = 27;
    public const byte SignerVersion = 28;

    /// <summary>Their value is again TLVs.</summary>
    public static bool IsContainer(byte tag) => tag is SignerInfo or SignatureInfo or SignatureAlgorithmInfo or EncryptionInfo or IvInfo or KeyInfo;
}
