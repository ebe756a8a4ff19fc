using PhoneSim.Network.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Tftp;

[Trait("Category", "Interop")]
public sealed class RealTftpServerTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(16 * 1024)]
    [InlineData(1024 * 1024)]
    public async Task File_OfThatSize_ArrivesWholeFromBothServers(int size)
    {
        byte[] content = Content(size);
        root.Write("file", content);
        await FromBothAsync(new(), async (transport, server) =>
        {
            FetchResult result = await FetchAsync(transport, server, "file");
            Assert.Equal(FetchAnswer.Ok, result.Answer);
            Assert.Equal(content, result.Content.ToArray());
        });
    }

    [Fact]
    public async Task AbsentFile_IsNotFoundOnBothServers() =>
        await FromBothAsync(new(), async (transport, server) => Assert.Equal(FetchAnswer.NotFound, (await FetchAsync(transport, server, "absent")).Answer));

    [Fact]
    public async Task LargeBlocksAndTransferSize_AreAgreedWithBothServers()
    {
        byte[] content = Content(100_000);
        root.Write("file", content);
        await FromBothAsync(new() { BlockSize = 1428, AsksTransferSize = true }, async (transport, server) =>
            Assert.Equal(content, (await FetchAsync(transport, server, "file")).Content.ToArray()));
    }

    [Fact]
    public async Task MoreThan65535Blocks_WrapTheBlockNumber()
    {
        byte[] content = Content((8 * 66_000) + 3);
        root.Write("file", content);
        await FromBothAsync(new() { BlockSize = 8 }, async (transport, server) =>
            Assert.Equal(content, (await FetchAsync(transport, server, "file")).Content.ToArray()));
    }

    [Fact]
    public async Task AnnouncedSizeOverTheLimit_IsTooBigBeforeTheFirstBlock()
    {
        root.Write("file", Content(100_000));
        await FromBothAsync(new() { AsksTransferSize = true }, async (transport, server) =>
            Assert.Equal(FetchAnswer.TooBig, (await transport.FetchAsync(new("file", server, 5000), TestContext.Current.CancellationToken)).Answer));
    }

    [Fact]
    public async Task NothingListens_IsRefusedAtOnce()
    {
        FetchResult result = await FetchAsync(new(new(), TimeProvider.System), new("127.0.0.1", 1), "file");
        Assert.Equal(FetchAnswer.Refused, result.Answer);
    }

    private async Task FromBothAsync(TftpSettings settings, Func<TftpTransport, ServerEndPoint, Task> check)
    {
        Programs.Require(TftpdHpa.Program, Dnsmasq.Program);
        using TftpdHpa hpa = TftpdHpa.Start(root.Path);
        await check(new(settings, TimeProvider.System), new("127.0.0.1", hpa.Port));
        using Dnsmasq dnsmasq = Dnsmasq.Start(root.Path);
        await check(new(settings, TimeProvider.System), new(dnsmasq.Address, 69));
    }

    private static async Task<FetchResult> FetchAsync(TftpTransport transport, ServerEndPoint server, string file) =>
        await transport.FetchAsync(new(file, server, 2_000_000), TestContext.Current.CancellationToken);

    private static byte[] Content(int size)
    {
        byte[] content = new byte[size];
        new Random(size).NextBytes(content);
        return content;
    }
}
