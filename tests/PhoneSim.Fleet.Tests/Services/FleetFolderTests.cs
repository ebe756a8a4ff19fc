using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Services;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;
using Xunit;

namespace PhoneSim.Fleet.Tests.Services;

/// <summary>Two fleets with the same folder of flash.</summary>
public sealed class FleetFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("0/1", "0/1")]
    [InlineData("0/1", "1/4")]
    [InlineData("1/4", "0/1")]
    [InlineData("1/4", "1/4")]
    public void FleetsWithPhonesInCommon_TheSecondIsRefused_UntilTheFirstIsOver(string first, string second)
    {
        using (Hold(first))
        {
            FlashInUseException refusal = Assert.Throws<FlashInUseException>(() => Hold(second));
            Assert.Contains($"{folder.Path} is in use by another process", refusal.Message, StringComparison.Ordinal);
        }

        Hold(second).Dispose();
    }

    [Fact]
    public void OtherShardsOfAFleet_ShareTheFolder()
    {
        using FleetFolder first = Hold("0/4");
        using FleetFolder second = Hold("1/4");
        Assert.Throws<FlashInUseException>(() => Hold("0/1"));
    }

    [Fact]
    public void RefusedFleet_HoldsNothing()
    {
        FleetFolder first = Hold("1/4");
        Assert.Throws<FlashInUseException>(() => Hold("1/4"));
        first.Dispose();
        Hold("0/1").Dispose();
    }

    private FleetFolder Hold(string shard) => new(folder.Path, Shard.TryParse(shard, out Shard? parsed) ? parsed : throw new ArgumentException(shard));
}
