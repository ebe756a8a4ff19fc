namespace PhoneSim.Network.Faults;

/// <summary>
/// The die of one direction of one transfer. A throw depends on the seed, on the packet and on how often that packet came, not on what else was thrown: so a
/// retransmission more or less, which depends on the machine, changes no other packet's fate.
/// </summary>
internal sealed class RelayChance(ulong seed, int transfer, bool toPhone)
{
    /// <summary>0 … 1.</summary>
    public double Throw(uint packet, int times)
    {
        ulong mixed = Mix(Mix(Mix(seed, (ulong)transfer), toPhone ? 1UL : 0UL), ((ulong)packet << 16) | (uint)times);
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>SplitMix64: neighbouring numbers give unrelated ones.</summary>
    private static ulong Mix(ulong state, ulong value)
    {
        ulong z = unchecked(state + (value * 0xD1342543DE82EF95UL) + 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
