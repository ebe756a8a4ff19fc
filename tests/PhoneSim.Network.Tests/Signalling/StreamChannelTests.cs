using System.Text;
using PhoneSim.Formats;
using PhoneSim.Formats.Sccp;
using PhoneSim.Formats.Sip;
using PhoneSim.Network.Sccp;
using PhoneSim.Network.Sip;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Network.Tests.Signalling;

/// <summary>Messages out of a stream, however it is cut and whatever it holds.</summary>
public sealed class StreamChannelTests
{
    private const string Head = "SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP h;branch=z9hG4bK1\r\nFrom: <sip:a@h>\r\nTo: <sip:a@h>\r\nCall-ID: c\r\nCSeq: 1 REGISTER\r\n";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task SipMessages_InPiecesOfAnySize_ArriveWholeAndInOrder(int piece)
    {
        await using SipStreamChannel channel = Sip($"\r\n\r\n{Head}Content-Length: 3\r\n\r\none\r\n{Head}Content-Length: 0\r\n\r\n{Head}l: {9000}\r\n\r\n{new string('x', 9000)}", piece);
        Assert.Equal("one", Encoding.ASCII.GetString((await channel.ReceiveAsync(CancellationToken.None)).Body.Span));
        Assert.Equal(0, (await channel.ReceiveAsync(CancellationToken.None)).Body.Length);
        Assert.Equal(9000, (await channel.ReceiveAsync(CancellationToken.None)).Body.Length);
        await Assert.ThrowsAsync<EndOfStreamException>(() => channel.ReceiveAsync(CancellationToken.None));
    }

    public static TheoryData<string> Hostile =>
    [
        new string('A', 100_000), $"{Head}\r\n", $"{Head}Content-Length: 99999\r\n\r\n", $"{Head}Content-Length: 1\r\nContent-Length: 2\r\n\r\n", "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
        string.Concat(Enumerable.Repeat("X: y\r\n", 500)) + "\r\n",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Stream_ThatDoesNotCarrySip_IsMalformed(string content)
    {
        await using SipStreamChannel channel = Sip(content, 1000);
        await Assert.ThrowsAsync<MalformedDataException>(() => channel.ReceiveAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task SccpMessages_InPiecesOfAnySize_ArriveWholeAndInOrder(int piece)
    {
        byte[] content = [.. new SccpRegisterReject("No").ToMessage().Write(), .. new SccpMessage(SccpMessageId.KeepAliveAck, default).Write(), 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0];
        await using SccpChannel channel = new(new PiecemealStream(content, piece), new("", 0), TimeProvider.System);
        Assert.Equal("No", SccpRegisterReject.Read(await channel.ReceiveAsync(CancellationToken.None)).Text);
        Assert.Equal(SccpMessageId.KeepAliveAck, (await channel.ReceiveAsync(CancellationToken.None)).Id);
        await Assert.ThrowsAsync<MalformedDataException>(() => channel.ReceiveAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Udp_ToAPortWhereNobodyListens_IsAnIoFailure()
    {
        SignallingTarget target = new(new("127.0.0.1", 1), SignallingTransport.Udp, TestSupport.Judges.TrustAll, null, TimeSpan.FromSeconds(5));
        SignallingConnection<SipMessage> connection = await new SipConnector(new(new(), TimeProvider.System), TimeProvider.System).ConnectAsync(target, CancellationToken.None);
        await using ISignallingChannel<SipMessage> channel = connection.Channel!;
        await channel.SendAsync(SipMessage.Parse(Encoding.ASCII.GetBytes($"{Head}\r\n")));
        await Assert.ThrowsAsync<IOException>(() => channel.ReceiveAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData(SignallingTransport.Udp)]
    [InlineData(SignallingTransport.Tcp)]
    [InlineData(SignallingTransport.Tls)]
    public async Task Name_ThatDoesNotResolve_IsNoConnection(SignallingTransport transport)
    {
        SignallingTarget target = new(new("no-such-host.invalid", 5060), transport, TestSupport.Judges.TrustAll, null, TimeSpan.FromSeconds(5));
        SignallingConnection<SipMessage> connection = await new SipConnector(new(new(), TimeProvider.System), TimeProvider.System).ConnectAsync(target, CancellationToken.None);
        Assert.Null(connection.Channel);
        Assert.NotEmpty(connection.Why);
    }

    private static SipStreamChannel Sip(string content, int piece) => new(new PiecemealStream(Encoding.ASCII.GetBytes(content), piece), new("", 0), TimeProvider.System);
}
