namespace PhoneSim.Fleet.Load;

/// <summary>A phone's choices by chance, from the seed and its MAC address: neither order nor number of phones nor shards changes them.</summary>
internal readonly struct PhoneChance(ulong seed, ulong mac)
{
    private readonly ulong state = Mix(seed ^ Mix(mac));

    /// <summary>0 … 1, the same for the same <paramref name="question"/>.</summary>
    public double Of(int question) => (Mix(state + (ulong)question) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Another generator, which follows from this one and the <paramref name="question"/>.</summary>
    public PhoneChance Next(int question) => new(state, (ulong)question);

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result depends on every bit given.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
