using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Fleet.Services;

/// <summary>Trust lists of equal bytes kept once, however many phones have them in flash. Belongs to one loop.</summary>
internal sealed class TrustListPool
{
    /// <summary>Our choice: a site has one ITL and one CTL a cluster; others stay as they are.</summary>
    private const int Limit = 32;

    private readonly List<TrustList> known = [];

    public TrustList? Same(TrustList? list)
    {
        if (list is null)
            return null;
        foreach (TrustList other in known)
            if (ReferenceEquals(other, list) || other.File.Raw.Span.SequenceEqual(list.File.Raw.Span))
                return other;
        if (known.Count < Limit)
            known.Add(list);
        return list;
    }
}
