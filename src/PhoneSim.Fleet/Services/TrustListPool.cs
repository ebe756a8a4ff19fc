using PhoneSim.Formats;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Fleet.Services;

/// <summary>Trust lists of equal bytes parsed and kept once, however many phones fetch them. Belongs to one loop.</summary>
internal sealed class TrustListPool
{
    /// <summary>Our choice: a site has one ITL and one CTL a cluster; others are parsed each time.</summary>
    private const int Limit = 32;

    private readonly List<TrustList> known = [];

    /// <exception cref="MalformedDataException"/>
    public TrustList Read(ReadOnlyMemory<byte> file)
    {
        foreach (TrustList other in known)
            if (other.File.Raw.Span.SequenceEqual(file.Span))
                return other;
        TrustList list = TrustList.Parse(file);
        if (known.Count < Limit)
            known.Add(list);
        return list;
    }
}
