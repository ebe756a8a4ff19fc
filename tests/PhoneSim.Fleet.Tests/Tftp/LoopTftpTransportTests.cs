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
        await server.SendAsync(right, 0, 3, 0, 2, 65);
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
        await server.SendAsync(right, 0, 3, 0, 2, 65);
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
}
