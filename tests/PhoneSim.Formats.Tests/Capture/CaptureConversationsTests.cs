using System.Text;
using PhoneSim.Formats.Capture;
using static PhoneSim.Formats.Tests.Capture.SampleCapture;

namespace PhoneSim.Formats.Tests.Capture;

public sealed class CaptureConversationsTests
{
    [Fact]
    public void Fragments_InAnyOrder_MakeTheDatagram() =>
        Assert.Equal("in two pieces", Encoding.ASCII.GetString(CaptureConversations.Of(CaptureFile.Parse(Pcap(LinkType.Raw, Fragments("in two pieces")))).Datagrams.Single().Payload.Span));

    [Fact]
    public void Fragment_Alone_IsNoDatagram() =>
        Assert.Empty(CaptureConversations.Of(CaptureFile.Parse(Pcap(LinkType.Raw, Fragments("in two pieces")[1]))).Datagrams);

    [Theory]
    [InlineData(LinkType.Raw, 0)]
    [InlineData(LinkType.Null, 4)]
    [InlineData(LinkType.Loop, 4)]
    public void IpInALink_IsFound(LinkType link, int header) =>
        Assert.Single(CaptureConversations.Of(CaptureFile.Parse(Pcap(link, [.. new byte[header], .. InternetPackets.Udp(PhoneAt, ServerAt, "x"u8)]))).Datagrams);

    [Fact]
    public void IpInALinuxCookedFrame_IsFound()
    {
        byte[] packet = InternetPackets.Udp(PhoneAt6, ServerAt6, "x"u8);
        Assert.Single(CaptureConversations.Of(CaptureFile.Parse(Pcap(LinkType.LinuxCooked, [.. new byte[14], 0x86, 0xDD, .. packet]))).Datagrams);
        Assert.Single(CaptureConversations.Of(CaptureFile.Parse(Pcap(LinkType.LinuxCooked2, [0x86, 0xDD, .. new byte[18], .. packet]))).Datagrams);
    }

    [Fact]
    public void OtherProtocols_AreCountedNotRefused() =>
        Assert.Equal(3, CaptureConversations.Of(CaptureFile.Parse(Pcap(LinkType.Ethernet, [.. new byte[12], 8, 6], [], [1, 2, 3]))).Ignored);

    [Fact]
    public void Segment_Missing_IsAGap()
    {
        CapturedFlow flow = Flow(Segment6(1, "", TcpFlags.Syn), Segment6(2, "GET"), Segment6(9, "lost before"));
        Assert.Equal(("GET", true), (Encoding.ASCII.GetString(flow.Bytes.Span), flow.HasGap));
    }

    [Fact]
    public void Segments_Overlapping_CountOnce()
    {
        CapturedFlow flow = Flow(Segment6(1, "", TcpFlags.Syn), Segment6(5, " /fi"), Segment6(2, "GET /"), Segment6(7, "file"));
        Assert.Equal(("GET /file", false), (Encoding.ASCII.GetString(flow.Bytes.Span), flow.HasGap));
    }

    [Fact]
    public void Port_UsedAnew_IsAnotherConnection() => Assert.Equal(2, CaptureConversations.Of(CaptureFile.Parse(Pcap(LinkType.Raw,
        Segment6(1, "", TcpFlags.Syn), Segment6(2, "a", TcpFlags.Fin), Segment6(900, "", TcpFlags.Syn), Segment6(901, "b")))).Connections.Count);

    [Fact]
    public void SecondHalfOfAConnection_TheAnswerTellsWhoOpenedIt()
    {
        byte[] answer = InternetPackets.Tcp(ServerAt6, PhoneAt6, new(50, 2, TcpFlags.Syn | TcpFlags.Acknowledge, default));
        CapturedConnection connection = CaptureConversations.Of(CaptureFile.Parse(Pcap(LinkType.Raw, answer, Segment6(2, "GET")))).Connections.Single();
        Assert.Equal((PhoneAt6, true, 3), (connection.Client, connection.IsOpen, connection.FromClient.Bytes.Length));
    }

    private static CapturedFlow Flow(params byte[][] packets) => CaptureConversations.Of(CaptureFile.Parse(Pcap(LinkType.Raw, packets))).Connections.Single().FromClient;
}
