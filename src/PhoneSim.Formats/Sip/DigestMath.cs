using System.Security.Cryptography;
using System.Text;

namespace PhoneSim.Formats.Sip;

internal static class DigestMath
{
    /// <summary>MD5 when none is named; null: not one of ours.</summary>
    public static SipDigestAlgorithm? Find(string? name) => name?.ToUpperInvariant() switch
    {
        null or "MD5" => SipDigestAlgorithm.Md5,
        "SHA-256" => SipDigestAlgorithm.Sha256,
        _ => null,
    };

    public static string NameOf(SipDigestAlgorithm algorithm) => algorithm == SipDigestAlgorithm.Sha256 ? "SHA-256" : "MD5";

    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>RFC 7616 section 3.4.1, quality <c>auth</c> or none.</summary>
    public static string Response(DigestAnswer answer, string method, string password)
    {
        string secret = Hash(answer.Algorithm, $"{answer.User}:{answer.Realm}:{password}");
        string request = Hash(answer.Algorithm, $"{method}:{answer.Uri}");
        return Hash(answer.Algorithm, answer.Quality is null
            ? $"{secret}:{answer.Nonce}:{request}"
            : $"{secret}:{answer.Nonce}:{answer.NonceCount:x8}:{answer.ClientNonce}:{answer.Quality}:{request}");
    }

    private static string Hash(SipDigestAlgorithm algorithm, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm == SipDigestAlgorithm.Sha256 ? SHA256.HashData(bytes) : MD5.HashData(bytes));
    }
}
