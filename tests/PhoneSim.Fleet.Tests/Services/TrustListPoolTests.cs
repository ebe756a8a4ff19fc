using PhoneSim.Fleet.Services;
using PhoneSim.Formats;
using PhoneSim.TestSupport;
using Xunit;

namespace PhoneSim.Fleet.Tests.Services;

public sealed class TrustListPoolTests
{
    private readonly TrustListPool pool = new();

    private static byte[] Itl => Vectors.Bytes("sha512/ITLFile.tlv");

    [Fact]
    public void Read_EqualBytes_IsTheSameList() => Assert.Same(pool.Read(Itl), pool.Read(Itl));

    [Fact]
    public void Read_OneByteChanged_IsAnotherList()
    {
        byte[] changed = Itl;
        changed[^1] ^= 1;
        Assert.NotSame(pool.Read(Itl), pool.Read(changed));
    }

    [Fact]
    public void Read_MoreListsThanItKeeps_AreParsedAllTheSame()
    {
        for (byte last = 0; last < 100; last++)
        {
            byte[] list = Itl;
            list[^1] = last;
            Assert.Equal(list, pool.Read(list).File.Raw.ToArray());
        }
    }

    [Fact]
    public void Read_NoTrustList_Throws() => Assert.Throws<MalformedDataException>(() => pool.Read(new byte[] { 1, 2, 3 }));
}
