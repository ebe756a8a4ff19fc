namespace PhoneSim.Formats;

/// <summary>Numbers as in tag 8 of the header of signed files (shared/spec/files.md 1).</summary>
public enum DigestAlgorithm : byte
{
    Sha1 = 1,
    Sha256 = 2,
    Sha512 = 3,
}
