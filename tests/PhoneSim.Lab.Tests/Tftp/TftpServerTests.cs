using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats.Tftp;
using PhoneSim.Lab.Tftp;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests.Tftp;

/// <summary>The lab's TFTP server as a stranger would abuse it.</summary>
public sealed class TftpServerTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TftpServer server;

    public TftpServerTests()
    {
        Directory.CreateDirectory(folder.PathOf("root"));
        folder.Write("root/file", new byte[2000]);
        folder.Write("secret", [1]);
        server = new(new(IPAddress.Loopback, 0), new FolderFileSource(folder.PathOf("root")), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..\\secret")]
    [InlineData("/etc/passwd")]
    [InlineData("file/../../secret")]
    [InlineData("./file")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("fi\nle")]
    [InlineData("file ")]
    [InlineData("%2e%2e/secret")]
    [InlineData("ﬁle")]
    public async Task NameThatIsNoPlainName_IsNotFound(string name) => Assert.Equal(TftpErrorCode.FileNotFound, (await AskAsync(TftpPackets.ReadRequest(name, []))).Error);

    [Fact]
    public async Task NameOfEndlessLength_IsNotFound() => Assert.Equal(TftpErrorCode.FileNotFound, (await AskAsync(TftpPackets.ReadRequest(new string('a', 1500), []))).Error);

    [Fact]
    public async Task LinkOutOfTheRoot_IsNotFound()
    {
        File.CreateSymbolicLink(folder.PathOf("root/link"), folder.PathOf("secret"));
        Assert.Equal(TftpErrorCode.FileNotFound, (await AskAsync(TftpPackets.ReadRequest("link", []))).Error);
    }

    [Fact]
    public async Task WriteRequest_IsRefused_AndNothingIsWritten()
    {
        byte[] request = [0, 2, .. "new\0octet\0"u8];
        Assert.Equal(TftpErrorCode.IllegalOperation, (await AskAsync(request)).Error);
        Assert.Equal(["file"], Directory.EnumerateFiles(folder.PathOf("root")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 9 })]
    [InlineData(new byte[] { 0, 1, 65, 66, 67 })]
    [InlineData(new byte[] { 0, 4, 0, 1 })]
    public async Task Nonsense_IsRefused_AndTheServerGoesOn(byte[] packet)
    {
        Assert.Equal(TftpErrorCode.IllegalOperation, (await AskAsync(packet)).Error);
        Assert.Equal(FetchAnswer.Ok, (await FetchAsync()).Answer);
    }

    [Fact]
    public async Task ManyAtOnce_AllAreServed()
    {
        FetchResult[] results = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => FetchAsync()));
        Assert.All(results, result => Assert.Equal((FetchAnswer.Ok, 2000), (result.Answer, result.Content.Length)));
    }

    [Fact]
    public async Task EachTransfer_HasAPortOfItsOwn()
    {
        (int first, int second) = ((await AskAsync(TftpPackets.ReadRequest("file", []))).Port, (await AskAsync(TftpPackets.ReadRequest("file", []))).Port);
        Assert.Equal(3, new HashSet<int> { first, second, server.EndPoint.Port }.Count);
    }

    [Fact]
    public void AddressInUse_IsSaidAtOnce() =>
        Assert.Throws<SocketException>(() => new TftpServer(server.EndPoint, new FolderFileSource(folder.Path), TimeProvider.System));

    private Task<FetchResult> FetchAsync() => new TftpTransport(new(), TimeProvider.System).FetchAsync(new("file", new("127.0.0.1", server.EndPoint.Port), 10_000), TestContext.Current.CancellationToken);

    private async Task<(TftpErrorCode? Error, int Port)> AskAsync(byte[] packet)
    {
        using UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0));
        await client.SendAsync(packet, server.EndPoint, TestContext.Current.CancellationToken);
        UdpReceiveResult answer = await client.ReceiveAsync(TestContext.Current.CancellationToken);
        TftpPacket read = TftpPacket.Parse(answer.Buffer);
        return (read.Opcode == TftpOpcode.Error ? read.ErrorCode : null, answer.RemoteEndPoint.Port);
    }
}
