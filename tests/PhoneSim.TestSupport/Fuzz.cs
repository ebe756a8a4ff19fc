using System.Globalization;
using CsCheck;
using PhoneSim.Formats;

namespace PhoneSim.TestSupport;

/// <summary>Damaged and random input for parsers, 20,000 a test or as many as <c>PHONESIM_FUZZ</c> says.</summary>
public static class Fuzz
{
    private static readonly byte[] Telling = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, (byte)'"', (byte)'<', (byte)'\n'];

    private static readonly long Iterations =
        long.TryParse(Environment.GetEnvironmentVariable("PHONESIM_FUZZ"), CultureInfo.InvariantCulture, out long asked) ? asked : 20_000;

    private static readonly Gen<byte> AnyByte = Gen.Frequency((2, Gen.Byte), (1, Gen.Int[0, Telling.Length - 1].Select(index => Telling[index])));

    private enum Damage
    {
        Overwrite,
        Remove,
        Repeat,
    }

    /// <summary>Reads seeds with bytes overwritten, runs removed or repeated, some cut short; and bytes by chance. Fails on what <paramref name="read"/> throws, with the input and CsCheck's seed.</summary>
    /// <param name="oneIn">Of so many only one is tried: for readers that are slow, since they read folders.</param>
    public static void Run(IReadOnlyList<byte[]> seeds, Action<byte[]> read, int oneIn = 1) =>
        Gen.Frequency((9, Damaged(seeds)), (1, AnyByte.Array[0, 300])).Sample(read, iter: Iterations / oneIn, print: Convert.ToHexString);

    /// <summary>The same for parsers of text.</summary>
    public static void Run(Gen<string> texts, Action<string> read) => texts.Sample(read, iter: Iterations);

    /// <summary>Null when the bytes are malformed; any other exception passes.</summary>
    public static T? Read<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (MalformedDataException)
        {
            return null;
        }
    }

    private static Gen<byte[]> Damaged(IReadOnlyList<byte[]> seeds) =>
        from seed in Gen.Int[0, seeds.Count - 1].Select(index => seeds[index])
        from edits in Gen.Select(Gen.Enum<Damage>(), Gen.Int[0, seed.Length - 1], Gen.Int[1, 40], AnyByte).List[0, 6]
        from cut in Gen.OneOf(Gen.Const(0), Gen.Int[0, seed.Length])
        select Of(seed, edits, cut);

    private static byte[] Of(byte[] seed, List<(Damage How, int At, int Length, byte Value)> edits, int cut)
    {
        List<byte> bytes = [.. seed];
        foreach ((Damage how, int at, int length, byte value) in edits.Where(edit => edit.At < bytes.Count))
            Apply(bytes, how, at, Math.Min(length, bytes.Count - at), value);
        return [.. bytes.SkipLast(cut)];
    }

    private static void Apply(List<byte> bytes, Damage how, int at, int length, byte value)
    {
        switch (how)
        {
            case Damage.Overwrite:
                bytes[at] = value;
                break;
            case Damage.Remove:
                bytes.RemoveRange(at, length);
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
        }
    }
}
