using PhoneSim.Formats.Capture;

namespace PhoneSim.Formats.Tests.Capture;

public sealed class CaptureFileTests
{
    [Fact]
    public void PcapNg_WrittenAndRead_HasPacketsCommentsTimesAndSecrets()
    {
        CaptureFile file = CaptureFile.Parse(SampleCapture.PcapNg());
        Assert.Equal(5, file.Packets.Count);
        Assert.Equal(["SEP001122334455 asks", "and waits"], file.Packets[0].Comments);
        Assert.Equal([SampleCapture.Time, SampleCapture.Time.AddTicks(7)], file.Packets.Take(2).Select(p => p.Time));
        Assert.Equal("CLIENT_RANDOM 00 11\n", Assert.Single(file.KeyLogs).Reveal());
    }

    [Fact]
    public void Pcap_BigEndianWithVlanTag_IsRead()
    {
        CaptureFile file = CaptureFile.Parse(SampleCapture.Pcap());
        Assert.Equal((LinkType.Ethernet, SampleCapture.Time.AddMicroseconds(5)), (file.Packets[0].Link, file.Packets[0].Time));
        Assert.Equal("question"u8, Assert.Single(CaptureConversations.Of(file).Datagrams).Payload.Span);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void LastPacket_CutShort_LeavesTheOthers(int missing)
    {
        CaptureFile ng = CaptureFile.Parse(SampleCapture.PcapNg().AsMemory()[..^missing]);
        CaptureFile old = CaptureFile.Parse(SampleCapture.Pcap().AsMemory()[..^missing]);
        Assert.Equal((4, true, 0, true), (ng.Packets.Count, ng.IsCutShort, old.Packets.Count, old.IsCutShort));
    }

    [Fact]
    public void Block_WithTwoLengths_IsRefusedWithItsPlace()
    {
        byte[] file = SampleCapture.PcapNg();
        file[^4] ^= 4;
        Assert.Equal(file.Length - 4, Assert.Throws<MalformedDataException>(() => CaptureFile.Parse(file)).Offset);
    }

    [Fact]
    public void Packet_OfAnUnknownInterface_IsRefused()
    {
        byte[] file = [.. PcapNgBlocks.Section("", ""), .. PcapNgBlocks.Packet(SampleCapture.Time, [1], [])];
        Assert.Contains("no interface 0", Assert.Throws<MalformedDataException>(() => CaptureFile.Parse(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Packet_LongerThanAnyMayBe_IsRefused()
    {
        byte[] file = SampleCapture.Pcap();
        file[32] = 1;
        Assert.Throws<MalformedDataException>(() => CaptureFile.Parse(file));
    }

    [Fact]
    public void OtherFile_IsNoCapture()
    {
        Assert.False(CaptureFile.Recognises("<device/>"u8));
        Assert.Throws<MalformedDataException>(() => CaptureFile.Parse("<device/>"u8.ToArray()));
    }
}
