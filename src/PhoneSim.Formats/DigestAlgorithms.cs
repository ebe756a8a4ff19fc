using System.Security.Cryptography;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats;

public static class DigestAlgorithms
{
    extension(DigestAlgorithm digest)
    {
        public HashAlgorithmName Name => digest switch
        {
            DigestAlgorithm.Sha256 => HashAlgorithmName.SHA256,
            DigestAlgorithm.Sha512 => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA1,
        };

        /// <summary><c>sha1</c>, <c>sha256</c>, <c>sha512</c>: the words of the command line.</summary>
        public string Word => digest switch
        {
            DigestAlgorithm.Sha256 => "sha256",
            DigestAlgorithm.Sha512 => "sha512",
            _ => "sha1",
        };
    }

    internal static DigestAlgorithm Read(TlvElement e) =>
        e.Byte() is >= 1 and <= 3 ? (DigestAlgorithm)e.Byte() : throw e.Malformed($"digest algorithm {e.Byte()} is not known");
}
