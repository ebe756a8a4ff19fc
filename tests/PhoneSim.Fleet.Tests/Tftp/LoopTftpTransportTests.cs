using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Fleet.Tests.Tftp;

/// <summary>The fleet's TFTP client: what thousands of phones on one host must not do to each other, nor to their server.</summary>
public sealed class LoopTftpTransportTests
{
    private static readonly byte[] FirstBlock = [0, 3, 0, 1, .. new byte[512]];
    private static readonly byte[] LastBlock = [0, 3, 0, 2, 65];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Phones_BeforeAServerOnLoopback_HaveAnAddressOfTheirOwn(bool shared)
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new(shared);
        _ = phones.FetchAsync(server.Port);
        await server.RequestAsync();
        Assert.True(IPAddress.IsLoopback(server.Client.Address));
        Assert.NotEqual(IPAddress.Loopback, server.Client.Address);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ErrorFive_BeforeTheFirstAnswer_IsNotTheServers(bool shared)
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new(shared);
        Task<FetchResult> fetch = phones.FetchAsync(server.Port);
        await server.RequestAsync();
        await server.SendAsync(server.Transfer(), TftpPackets.Error(TftpErrorCode.UnknownTransferId, "unknown transfer id"));
        await server.SendAsync(server.Transfer(), TftpPackets.Error(TftpErrorCode.FileNotFound, "no"));
        Assert.Equal(FetchAnswer.NotFound, (await fetch).Answer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ErrorFromElsewhere_IsNeverAnswered(bool shared)
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new(shared);
        Task<FetchResult> fetch = phones.FetchAsync(server.Port);
        await server.RequestAsync();
        (UdpClient right, UdpClient wrong) = (server.Transfer(), server.Transfer());
        await server.SendAsync(right, FirstBlock);
        await server.SendAsync(wrong, TftpPackets.Error(TftpErrorCode.UnknownTransferId, "unknown transfer id"));
        await server.SendAsync(right, LastBlock);
        Assert.Equal((FetchAnswer.Ok, 0), ((await fetch).Answer, wrong.Available));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PortUnreachable_OfAStranger_DoesNotEndTheTransfer(bool shared)
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new(shared);
        Task<FetchResult> fetch = phones.FetchAsync(server.Port);
        await server.RequestAsync();
        (UdpClient right, UdpClient wrong) = (server.Transfer(), server.Transfer());
        await phones.HoldAsync();
        await server.SendAsync(right, FirstBlock);
        await server.SendAsync(wrong, FirstBlock);
        wrong.Dispose();
        phones.Release();
        Assert.Equal(1, TftpPacket.Parse(await ScriptedTftpServer.ReceiveAsync(right)).Block);
        await server.SendAsync(right, LastBlock);
        Assert.Equal(FetchAnswer.Ok, (await fetch).Answer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PortUnreachable_OfTheServersTransfer_EndsIt(bool shared)
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new(shared);
        Task<FetchResult> fetch = phones.FetchAsync(server.Port);
        await server.RequestAsync();
        UdpClient transfer = server.Transfer();
        await phones.HoldAsync();
        await server.SendAsync(transfer, FirstBlock);
        transfer.Dispose();
        phones.Release();
        Assert.Equal(FetchAnswer.Refused, (await fetch).Answer);
    }

    [Fact]
    public async Task Port_OfATransferThatIsOver_ServesAnotherAfter256Others()
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new();
        List<IPEndPoint> ports = [];
        for (int i = 0; i < 300; i++)
            ports.Add(await FetchTwoBlocksAsync(phones, server));
        Assert.Equal(257, ports.Distinct().Count());
        Assert.Equal(ports[..43], ports[257..]);
    }

    [Fact]
    public async Task LateBlock_OfTheTransferBeforeOnThatPort_IsRefusedAndNotTaken()
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new(loops: 256);
        UdpClient before = server.Transfer();
        Assert.Equal(FetchAnswer.Ok, (await FetchAsync(phones, server, before, FirstBlock, LastBlock)).Answer);
        IPEndPoint port = server.Client;
        await FetchTwoBlocksAsync(phones, server);
        Task<FetchResult> fetch = phones.FetchAsync(server.Port);
        await server.RequestAsync();
        Assert.Equal(port, server.Client);
        await server.SendAsync(before, 0, 3, 0, 2, 66);
        Assert.Equal(TftpErrorCode.UnknownTransferId, TftpPacket.Parse(await LastAsync(before)).ErrorCode);
        UdpClient transfer = server.Transfer();
        await server.SendAsync(transfer, FirstBlock);
        await server.SendAsync(transfer, LastBlock);
        Assert.Equal((FetchAnswer.Ok, 65), ((await fetch).Answer, (await fetch).Content.Span[512]));
    }

    [Fact]
    public async Task Port_OfAnErrorOfTheServer_StaysOpen()
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new();
        await FetchAsync(phones, server, server.Transfer(), TftpPackets.Error(TftpErrorCode.FileNotFound, "no"));
        Assert.Throws<SocketException>(() => new UdpClient(server.Client));
    }

    [Fact]
    public async Task Port_OfAFileOfOneBlock_IsClosed()
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new();
        Assert.Equal(FetchAnswer.Ok, (await FetchAsync(phones, server, server.Transfer(), [0, 3, 0, 1, 65])).Answer);
        using UdpClient next = new(server.Client);
    }

    [Fact]
    public async Task Port_OfAServerThatAnswersFromWhereItWasAsked_IsClosed()
    {
        using ScriptedTftpServer server = new();
        await using RunningLoop phones = new();
        Assert.Equal(FetchAnswer.Ok, (await FetchAsync(phones, server, server.Listener, FirstBlock, LastBlock)).Answer);
        using UdpClient next = new(server.Client);
    }

    /// <returns>The phone's port.</returns>
    private static async Task<IPEndPoint> FetchTwoBlocksAsync(RunningLoop phones, ScriptedTftpServer server)
    {
        Assert.Equal(FetchAnswer.Ok, (await FetchAsync(phones, server, server.Transfer(), FirstBlock, LastBlock)).Answer);
        return server.Client;
    }

    private static async Task<FetchResult> FetchAsync(RunningLoop phones, ScriptedTftpServer server, UdpClient transfer, params byte[][] answers)
    {
        Task<FetchResult> fetch = phones.FetchAsync(server.Port);
        await server.RequestAsync();
        foreach (byte[] answer in answers)
            await server.SendAsync(transfer, answer);
        return await fetch;
    }

    /// <summary>What came behind the two acknowledgements.</summary>
    private static async Task<byte[]> LastAsync(UdpClient transfer)
    {
        await ScriptedTftpServer.ReceiveAsync(transfer);
        await ScriptedTftpServer.ReceiveAsync(transfer);
        return await ScriptedTftpServer.ReceiveAsync(transfer);
    }
}
