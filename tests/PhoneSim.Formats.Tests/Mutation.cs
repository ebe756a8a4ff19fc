using CsCheck;

namespace PhoneSim.Formats.Tests;

internal static class Mutation
{
    /// <summary>Seeds with some bytes overwritten, most of them cut short.</summary>
    public static Gen<byte[]> Damaged(byte[][] seeds) =>
        from seed in Gen.Int[0, seeds.Length - 1].Select(index => seeds[index])
        from cut in Gen.OneOf(Gen.Const(0), Gen.Int[0, seed.Length])
        from changes in Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte).List[0, 6]
        select Of(seed, cut, changes);

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

    private static byte[] Of(byte[] seed, int cut, IReadOnlyList<(int At, byte Value)> changes)
    {
        byte[] bytes = [.. seed];
        foreach ((int at, byte value) in changes)
            bytes[at] = value;
        return bytes[..^cut];
    }
}
