using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats.Tftp;
using PhoneSim.Lab.Tftp;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Network.Tests.Tftp;

/// <summary>The client's socket: transfer ids, ports, faults on the way, hostile servers, the end of patience.</summary>
public sealed class TftpTransportTests
{
    private static readonly TftpSettings Quick = new() { Retransmissions = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(20), 25)] };

    [Fact]
    public async Task PacketFromElsewhere_GetsErrorFive_AndChangesNothing()
    {
        using ScriptedTftpServer server = new();
        Task<FetchResult> fetch = FetchAsync(server.Port, new());
        await server.RequestAsync();
        (UdpClient right, UdpClient wrong) = (server.Transfer(), server.Transfer());
        await server.SendAsync(right, [0, 3, 0, 1, .. new byte[512]]);
        Assert.Equal(1, TftpPacket.Parse(await ScriptedTftpServer.ReceiveAsync(right)).Block);
        await server.SendAsync(wrong, 0, 3, 0, 2, 66);
        Assert.Equal(TftpErrorCode.UnknownTransferId, TftpPacket.Parse(await ScriptedTftpServer.ReceiveAsync(wrong)).ErrorCode);
        await server.SendAsync(right, 0, 3, 0, 2, 65);
        FetchResult result = await fetch;
        Assert.Equal((FetchAnswer.Ok, 513, (byte)65), (result.Answer, result.Content.Length, result.Content.Span[512]));
    }

    [Fact]
    public async Task ErrorFromElsewhere_IsNeverAnswered()
    {
        using ScriptedTftpServer server = new();
        Task<FetchResult> fetch = FetchAsync(server.Port, new());
        await server.RequestAsync();
        (UdpClient right, UdpClient wrong) = (server.Transfer(), server.Transfer());
        await server.SendAsync(right, [0, 3, 0, 1, .. new byte[512]]);
        await server.SendAsync(wrong, TftpPackets.Error(TftpErrorCode.UnknownTransferId, "unknown transfer id"));
        await server.SendAsync(right, 0, 3, 0, 2, 65);
        Assert.Equal((FetchAnswer.Ok, 0), ((await fetch).Answer, wrong.Available));
    }

    [Fact]
    public async Task EachFile_IsAskedFromANewPort()
    {
        using ScriptedTftpServer server = new();
        HashSet<int> ports = [];
        for (int i = 0; i < 3; i++)
        {
            Task<FetchResult> fetch = FetchAsync(server.Port, new());
            await server.RequestAsync();
            ports.Add(server.Client.Port);
            await server.SendAsync(server.Transfer(), TftpPackets.Error(TftpErrorCode.FileNotFound, "no"));
            Assert.Equal(FetchAnswer.NotFound, (await fetch).Answer);
        }

        Assert.Equal(3, ports.Count);
    }

    [Fact]
    public async Task OptionsRefused_TheFileIsAskedWithoutOptions()
    {
        using ScriptedTftpServer server = new();
        Task<FetchResult> fetch = FetchAsync(server.Port, new() { BlockSize = 1428, AsksTransferSize = true });
        Assert.Equal(2, TftpPacket.Parse(await server.RequestAsync()).Options.Count);
        await server.SendAsync(server.Transfer(), TftpPackets.Error(TftpErrorCode.OptionsRefused, "no options"));
        Assert.Empty(TftpPacket.Parse(await server.RequestAsync()).Options);
        await server.SendAsync(server.Transfer(), 0, 3, 0, 1, 65);
        Assert.Equal(FetchAnswer.Ok, (await fetch).Answer);
    }

    [Fact]
    public async Task NoAnswer_IsATimeout_AfterEveryRetransmission()
    {
        using ScriptedTftpServer server = new();
        Task<FetchResult> fetch = FetchAsync(server.Port, Quick with { Retransmissions = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(10), 4)] });
        byte[] first = await server.RequestAsync();
        for (int i = 0; i < 3; i++)
            Assert.Equal(first, await server.RequestAsync());
        Assert.Equal((FetchAnswer.Timeout, "no answer"), ((await fetch).Answer, (await fetch).Detail));
    }

    [Fact]
    public async Task ServerStopsInTheMiddle_IsATimeout()
    {
        using ScriptedTftpServer server = new();
        Task<FetchResult> fetch = FetchAsync(server.Port, Quick with { Retransmissions = [TimeSpan.FromMilliseconds(300)] });
        await server.RequestAsync();
        await server.SendAsync(server.Transfer(), [0, 3, 0, 1, .. new byte[512]]);
        Assert.Equal((FetchAnswer.Timeout, "the server fell silent"), ((await fetch).Answer, (await fetch).Detail));
    }

    [Fact]
    public async Task EndlessLiveliness_EndsAtTheDeadline()
    {
        using ScriptedTftpServer server = new();
        Task<FetchResult> fetch = FetchAsync(server.Port, Quick with { Deadline = TimeSpan.FromMilliseconds(200) });
        await server.RequestAsync();
        UdpClient transfer = server.Transfer();
        for (ushort block = 1; !fetch.IsCompleted; block++)
        {
            await server.SendAsync(transfer, [0, 3, (byte)(block >> 8), (byte)block, .. new byte[512]]);
            await Task.WhenAny(ScriptedTftpServer.ReceiveAsync(transfer), fetch);
        }

        Assert.True((await fetch).Answer is FetchAnswer.Timeout or FetchAnswer.TooBig);
    }

    [Fact]
    public async Task Cancelled_InTheMiddle_TellsTheServerAndThrows()
    {
        using ScriptedTftpServer server = new();
        using CancellationTokenSource cancellation = new();
        Task<FetchResult> fetch = new TftpTransport(new(), TimeProvider.System).FetchAsync(new("file", new("127.0.0.1", server.Port), 10_000), cancellation.Token);
        await server.RequestAsync();
        UdpClient transfer = server.Transfer();
        await server.SendAsync(transfer, [0, 3, 0, 1, .. new byte[512]]);
        await ScriptedTftpServer.ReceiveAsync(transfer);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
        Assert.Equal(TftpOpcode.Error, TftpPacket.Parse(await ScriptedTftpServer.ReceiveAsync(transfer)).Opcode);
    }

    [Fact]
    public async Task Cancelled_BeforeAnyAnswer_Throws()
    {
        using ScriptedTftpServer server = new();
        using CancellationTokenSource cancellation = new();
        Task<FetchResult> fetch = new TftpTransport(new(), TimeProvider.System).FetchAsync(new("file", new("127.0.0.1", server.Port), 10_000), cancellation.Token);
        await server.RequestAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    [Fact]
    public async Task Garbage_IsAnswered_AndNamed()
    {
        using ScriptedTftpServer server = new();
        Task<FetchResult> fetch = FetchAsync(server.Port, new());
        await server.RequestAsync();
        await server.SendAsync(server.Transfer(), 0xde, 0xad, 0xbe, 0xef);
        Assert.Equal(FetchAnswer.Aborted, (await fetch).Answer);
        Assert.Contains("malformed packet", (await fetch).Detail!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedPort_IsRefusedAtOnce()
    {
        int port;
        using (ScriptedTftpServer gone = new())
            port = gone.Port;
        Assert.Equal(FetchAnswer.Refused, (await FetchAsync(port, new() { Retransmissions = [TimeSpan.FromMinutes(1)] })).Answer);
    }

    [Fact]
    public async Task NameThatDoesNotResolve_IsSaid()
    {
        FetchResult result = await new TftpTransport(new(), TimeProvider.System).FetchAsync(new("file", new("no-such-host.invalid", 69), 1000), TestContext.Current.CancellationToken);
        Assert.Equal(FetchAnswer.UnknownHost, result.Answer);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task LabServer_OverEitherFamily_DeliversTheFile(string address)
    {
        byte[] content = Content(20_000);
        await using TftpServer server = new(new(IPAddress.Parse(address), 0), new OneFile(content), TimeProvider.System);
        FetchResult result = await new TftpTransport(new(), TimeProvider.System).FetchAsync(new("file", new(address, server.EndPoint.Port), 100_000), TestContext.Current.CancellationToken);
        Assert.Equal(content, result.Content.ToArray());
    }

    [Fact]
    public async Task Observer_SeesEveryDatagram_AndWhichWereIgnored()
    {
        List<(PacketDirection Direction, int Length)> seen = [];
        await using TftpServer server = new(new(IPAddress.Loopback, 0), new OneFile(new byte[600]), TimeProvider.System);
        await new TftpTransport(new(), TimeProvider.System, packet => seen.Add((packet.Direction, packet.Bytes.Length))).FetchAsync(new("file", new("127.0.0.1", server.EndPoint.Port), 1000), TestContext.Current.CancellationToken);
        Assert.Equal([(PacketDirection.Sent, 13), (PacketDirection.Received, 516), (PacketDirection.Sent, 4), (PacketDirection.Received, 92), (PacketDirection.Sent, 4)], seen);
    }

    private static Task<FetchResult> FetchAsync(int port, TftpSettings settings) =>
        new TftpTransport(settings, TimeProvider.System).FetchAsync(new("file", new("127.0.0.1", port), 100_000), TestContext.Current.CancellationToken);

    private static byte[] Content(int length)
    {
        byte[] content = new byte[length];
        new Random(1).NextBytes(content);
        return content;
    }

    private sealed class OneFile(byte[] content) : IFileSource
    {
        public byte[]? Read(string name) => name == "file" ? content : null;
    }
}
