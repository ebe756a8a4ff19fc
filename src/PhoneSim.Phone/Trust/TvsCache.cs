using PhoneSim.Formats.Tvs;

namespace PhoneSim.Phone.Trust;

/// <summary>Valid answers, each for the time the server named. Lost with the phone's power.</summary>
internal sealed class TvsCache(TimeProvider time)
{
    /// <summary>Our choice; a phone asks about a handful of certificates.</summary>
    public const int Limit = 64;

    private readonly Dictionary<string, (TvsAnswer Answer, DateTimeOffset Until)> entries = [];

    public TvsAnswer? Find(string inquiry) =>
        entries.TryGetValue(inquiry, out var entry) && time.GetUtcNow() < entry.Until ? entry.Answer : null;

    public void Add(string inquiry, TvsAnswer answer)
    {
        if (entries.Count >= Limit)
            entries.Clear();
        entries[inquiry] = (answer, time.GetUtcNow() + answer.TimeToLive);
    }
}
