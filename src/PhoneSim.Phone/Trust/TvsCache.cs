using System.Security.Cryptography;
using PhoneSim.Formats.Tvs;

namespace PhoneSim.Phone.Trust;

/// <summary>Valid answers, each for the time the server named. Lost with the phone's power.</summary>
internal sealed class TvsCache(TimeProvider time)
{
    /// <summary>Our choice; a phone asks about a handful of certificates.</summary>
    public const int Limit = 64;

    private readonly Dictionary<string, (TvsAnswer Answer, DateTimeOffset Until)> entries = [];

    public TvsAnswer? Find(ReadOnlyMemory<byte> certificate) =>
        entries.TryGetValue(KeyOf(certificate), out var entry) && time.GetUtcNow() < entry.Until ? entry.Answer : null;

    public void Add(ReadOnlyMemory<byte> certificate, TvsAnswer answer)
    {
        if (entries.Count >= Limit)
            entries.Clear();
        entries[KeyOf(certificate)] = (answer, time.GetUtcNow() + answer.TimeToLive);
    }

    private static string KeyOf(ReadOnlyMemory<byte> certificate) => Convert.ToHexString(SHA256.HashData(certificate.Span));
}
