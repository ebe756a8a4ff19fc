using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Lab.Tvs;

/// <summary>The certificates the lab vouches for. Read from several connections at once.</summary>
public interface ITvsDirectory
{
    IReadOnlyCollection<TvsEntry> Entries { get; }
}

/// <param name="Certificate">X.509 DER.</param>
public sealed record TvsEntry(ReadOnlyMemory<byte> Certificate, IReadOnlyList<TrustRole> Roles)
{
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromDays(1);
}
