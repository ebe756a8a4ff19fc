using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhoneSim.Fleet.Load;

/// <summary>One of <paramref name="Count"/> parts of a fleet. A phone's part follows from its MAC address alone.</summary>
/// <param name="Index">0 … Count - 1.</param>
public sealed record Shard(int Index, int Count)
{
    public static Shard Whole { get; } = new(0, 1);

    public bool Holds(ulong mac) => PhoneChance.Mix(mac) % (ulong)Count == (ulong)Index;

    /// <summary><c>I/N</c>, I from 0 on: <c>0/4</c> … <c>3/4</c>, as in Kubernetes.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Shard? shard)
    {
        string[] parts = text.Split('/');
        bool isShard = parts.Length == 2 & int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) && index < count;
        shard = isShard ? new(index, count) : null;
        return isShard;
    }

    public override string ToString() => $"{Index}/{Count}";
}
