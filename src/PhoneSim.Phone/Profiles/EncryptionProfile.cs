using PhoneSim.Formats.EncryptedFiles;

namespace PhoneSim.Phone.Profiles;

public sealed record EncryptionProfile
{
    public required EncryptionMethod Method { get; init; }

    /// <summary>Null when <see cref="Method"/> is <see cref="EncryptionMethod.None"/>.</summary>
    public ContainerLayout? Layout { get; init; }

    /// <summary>128 or 256; 0 without encryption.</summary>
    public int KeyBits { get; init; }

    /// <summary>The seed lists the phone as falling back from <c>.enc.sgn</c> to <c>.sgn</c> by itself when encryption is switched off.</summary>
    public bool FallsBackByItself { get; init; }

    /// <summary>The seed lists the phone as asking the encrypted file until the key is removed ("Disable TFTP Encrypted Configuration Files").</summary>
    public bool ListedInDisablingSection { get; init; }

    /// <summary>After the minimal file's hash matched: ask <c>.enc.sgn</c> in the same run instead of after a reset (observed in a sibling soft client).</summary>
    public bool SameRun { get; init; }

    /// <summary>The digest credentials in flash survive a file without any (seed, "Exclude Digest Credentials").</summary>
    public bool RetainsDigestCredentials { get; init; }

    /// <summary>The security profile offers "Exclude Digest Credentials in Configuration File" (7800, 7942, 7962 on SIP).</summary>
    public bool OffersExcludeDigest { get; init; }
}
