using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PhoneSim.Formats.Capture;
using PhoneSim.Lab.Tftp;
using PhoneSim.Lab.Tls;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Http;
using PhoneSim.Network.Tests.Tls;
using PhoneSim.Network.Tftp;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport;

namespace PhoneSim.Network.Tests.Capture;

public sealed class PacketCaptureTests : IDisposable
{
    private static readonly IPEndPoint Near = new(IPAddress.Parse("192.0.2.7"), 40000);
    private static readonly IPEndPoint Far = new(IPAddress.Parse("192.0.2.1"), 6970);

    private readonly MemoryStream file = new();
    private readonly FakeTimeProvider time = new();
    private readonly PacketCapture capture;

    public PacketCaptureTests() => capture = new(file, "test", "", time);

    public void Dispose()
    {
        capture.Dispose();
        file.Dispose();
    }

    [Fact]
    public void Comments_StandOnThePacketsTheyAreAbout()
    {
        capture.Announce("asks");
        capture.AddDatagram(Near, Far, "question"u8);
        capture.AddDatagram(Far, Near, "answer"u8);
        capture.Remark("refuses it");
        capture.Announce("asks another");
        capture.Remark("and waits");
        capture.AddDatagram(Near, Far, "question"u8);
        Assert.Equal(["asks", "refuses it", "asks another, and waits"], Closed().Packets.Select(p => string.Join(", ", p.Comments)));
    }

    [Fact]
    public void Secrets_GivenAtTheEnd_StandBeforeThePackets()
    {
        for (int i = 0; i < 100; i++)
            capture.AddDatagram(Near, Far, new byte[1400]);
        CaptureFile read = Closed("CLIENT_RANDOM 00 11\n");
        Assert.Equal(("CLIENT_RANDOM 00 11\n", 100), (Assert.Single(read.KeyLogs).Reveal(), read.Packets.Count));
    }

    [Fact]
    public void Secrets_NotGiven_AreNoBlock()
    {
        capture.AddDatagram(Near, Far, "x"u8);
        Assert.Empty(Closed().KeyLogs);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task TftpTransfer_IsCapturedFromBothSides(string address)
    {
        using MemoryStream servers = new();
        PacketCapture serverCapture = new(servers, "test", "");
        await using (TftpServer server = new(new(IPAddress.Parse(address), 0), new OneFile(), TimeProvider.System, capture: serverCapture))
            await new TftpTransport(new(), TimeProvider.System, capture.Add).FetchAsync(new("file", new(address, server.EndPoint.Port), 10_000), TestContext.Current.CancellationToken);
        serverCapture.Close();
        string[] phone = Datagrams(Closed());
        Assert.Equal(7, phone.Length);
        Assert.Equal(phone[..^1], Datagrams(CaptureFile.Parse(servers.ToArray())).Take(phone.Length - 1)); // the last acknowledgement may find the server gone
    }

    [Fact]
    public async Task HttpTransfer_IsCapturedInClear()
    {
        await using LabTlsServer server = new(new(IPAddress.Loopback, 0), null, new(ServeAsync, _ => { }, TimeProvider.System));
        using HttpTransport transport = new(new(), TimeProvider.System, capture: capture);
        FetchResult result = await transport.FetchAsync(new("a file", new("127.0.0.1", server.EndPoint.Port), 10_000), TestContext.Current.CancellationToken);
        CapturedConnection connection = CaptureConversations.Of(Closed()).Connections.Single();
        Assert.Equal((FetchAnswer.Ok, server.EndPoint), (result.Answer, connection.Server));
        Assert.StartsWith("GET /a%20file HTTP/1.1", Encoding.ASCII.GetString(connection.FromClient.Bytes.Span), StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nhi", Encoding.ASCII.GetString(connection.FromServer.Bytes.Span), StringComparison.Ordinal);
        Assert.True(connection.FromClient.IsFinished && !connection.FromClient.HasGap && !connection.FromServer.HasGap);
    }

    [Theory]
    [MemberData(nameof(TlsConnectorTests.BothEngines), MemberType = typeof(TlsConnectorTests))]
    public async Task TlsConnection_IsCapturedAsOnTheWire(TlsOptions options)
    {
        using LoopbackTlsServer server = new();
        Task<Stream> accepting = server.AcceptAsync();
        TlsConnector connector = new(options with { Capture = capture }, TimeProvider.System);
        TlsResult result = await connector.ConnectAsync(new(server.EndPoint, Judges.TrustAll, TimeSpan.FromSeconds(20)), TestContext.Current.CancellationToken);
        await result.Connection!.Stream.WriteAsync("55 in clear"u8.ToArray(), TestContext.Current.CancellationToken);
        await result.Connection.DisposeAsync();
        await (await accepting).DisposeAsync();
        CapturedConnection connection = CaptureConversations.Of(Closed()).Connections.Single();
        Assert.Equal((22, 22), (connection.FromClient.Bytes.Span[0], connection.FromServer.Bytes.Span[0]));
        Assert.Equal(-1, connection.FromClient.Bytes.Span.IndexOf("55 in clear"u8));
        Assert.True(connection.FromClient.IsFinished && !connection.FromServer.HasGap);
    }

    [Fact]
    public void Time_IsTheClocks()
    {
        capture.AddDatagram(Near, Far, "x"u8);
        time.Advance(TimeSpan.FromSeconds(2));
        capture.AddDatagram(Far, Near, "y"u8);
        IReadOnlyList<CapturedPacket> packets = Closed().Packets;
        Assert.Equal(TimeSpan.FromSeconds(2), packets[1].Time - packets[0].Time);
    }

    [Fact]
    public void Disk_Full_LeavesTheSocketsAlone()
    {
        using FullDisk disk = new();
        PacketCapture full = new(disk, "test", "");
        disk.IsFull = true;
        full.AddDatagram(Near, Far, "x"u8);
        full.Close();
        Assert.Equal("No space left", full.Failure);
    }

    private static async Task ServeAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.ReadExactlyAsync(new byte[16], cancellation);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"u8.ToArray(), cancellation);
    }

    private CaptureFile Closed(string keyLog = "")
    {
        capture.Close(keyLog);
        return CaptureFile.Parse(file.ToArray());
    }

    private static string[] Datagrams(CaptureFile read) => [.. CaptureConversations.Of(read).Datagrams.Select(d => $"{d.From} {d.To} {Convert.ToHexString(d.Payload.Span)}")];

    private sealed class OneFile : IFileSource
    {
        public byte[]? Read(string name) => name == "file" ? new byte[1300] : null;
    }

    private sealed class FullDisk : MemoryStream
    {
        public bool IsFull { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (IsFull)
                throw new IOException("No space left");
            base.Write(buffer);
        }
    }
}
