using System.Collections.Concurrent;
using System.Security.Cryptography;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Phone.Trust;

/// <summary>
/// RSA keys of trust list records, each imported once a process: an import is dearer than a verification (shared/tech.md 5), and a site's phones all meet the same signers.
/// Safe for any number of threads; the keys are only ever used to verify.
/// </summary>
internal static class SignerKeys
{
    /// <summary>Our choice; a site has a handful of signers.</summary>
    private const int Limit = 256;

    private static readonly ConcurrentDictionary<ReadOnlyMemory<byte>, RSA?> Keys = new(new SameBytes());

    /// <summary>Not the caller's to dispose; null when the record has no RSA key.</summary>
    public static RSA? Of(TrustListRecord record)
    {
        if (Keys.Count > Limit)
            Keys.Clear();
        return Keys.GetOrAdd(record.PublicKey, static (_, of) => of.ImportRsa(), record);
    }

    private sealed class SameBytes : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> obj)
        {
            HashCode hash = default;
            hash.AddBytes(obj.Span);
            return hash.ToHashCode();
        }
    }
}
