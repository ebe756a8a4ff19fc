using System.Net;
using System.Net.Sockets;
using System.Text;
using PhoneSim.Network.Http;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Network.Tests.Http;

/// <summary>Provisioning over HTTP from servers that do what servers should not: an answer with a reason each, within a deadline.</summary>
public sealed class HttpTransportTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    [Fact]
    public async Task Body_OfTheAnnouncedLength_IsTheFile()
    {
        FetchResult result = await FetchAsync(Ok + "Content-Length: 5\r\n\r\nhello");
        Assert.Equal((FetchAnswer.Ok, "hello"), (result.Answer, Encoding.ASCII.GetString(result.Content.Span)));
    }

    [Fact]
    public async Task Body_WithoutLength_EndsWithTheConnection() =>
        Assert.Equal(5, (await FetchAsync(Ok + "\r\nhello")).Content.Length);

    [Fact]
    public async Task Request_IsOneGetOfTheName_EscapedAndWithoutCookies()
    {
        await using RawServer server = new(Ok + "Content-Length: 0\r\n\r\n");
        await FetchAsync(server.Port, "a b\r\nHost: x", new());
        string head = await server.RequestAsync();
        Assert.StartsWith("GET /a%20b%0D%0AHost%3A%20x HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", head, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "not-found")]
    [InlineData("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", "http-503")]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1/elsewhere\r\nContent-Length: 0\r\n\r\n", "http-301")]
    [InlineData("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n", "http-401")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort", "aborted")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nhello", "aborted")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nhello", "aborted")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n", "too-big")]
    [InlineData("nonsense\r\n\r\n", "aborted")]
    [InlineData("", "aborted")]
    public async Task Answer_OfThatKind_IsNamed(string raw, string answer) => Assert.Equal(answer, (await FetchAsync(raw)).AnswerText);

    [Fact]
    public async Task EndlessHeaders_AreCutOff() =>
        Assert.Equal(FetchAnswer.Aborted, (await FetchAsync(Ok + string.Concat(Enumerable.Repeat($"X-Long: {new string('x', 1000)}\r\n", 200)))).Answer);

    [Fact]
    public async Task EndlessBody_IsTooBig() =>
        Assert.Equal(FetchAnswer.TooBig, (await FetchAsync(Ok + "\r\n" + new string('x', 5000))).Answer);

    [Theory]
    [InlineData("")]
    [InlineData(Ok)]
    [InlineData(Ok + "Content-Length: 10\r\n\r\nhel")]
    public async Task ServerThatFallsSilent_IsATimeout(string begin)
    {
        await using RawServer server = new(begin, staysOpen: true);
        FetchResult result = await FetchAsync(server.Port, "file", new() { Deadline = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(FetchAnswer.Timeout, result.Answer);
    }

    [Fact]
    public async Task ClosedPort_IsRefused()
    {
        int port;
        await using (RawServer gone = new(""))
            port = gone.Port;
        Assert.Equal(FetchAnswer.Refused, (await FetchAsync(port, "file", new())).Answer);
    }

    [Fact]
    public async Task Cancelled_Throws()
    {
        await using RawServer server = new("", staysOpen: true);
        using CancellationTokenSource cancellation = new();
        using HttpTransport transport = new(new(), TimeProvider.System);
        Task<FetchResult> fetch = transport.FetchAsync(new("file", new("127.0.0.1", server.Port), 1000), cancellation.Token);
        await server.RequestAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    [Fact]
    public async Task WordsOfTheServer_AreStrippedOfControlCharacters() =>
        Assert.DoesNotContain('\u001b', (await FetchAsync("HTTP/1.1 503 go\u001b[2Jaway\r\nContent-Length: 0\r\n\r\n")).Detail ?? "");

    private static async Task<FetchResult> FetchAsync(string raw)
    {
        await using RawServer server = new(raw);
        return await FetchAsync(server.Port, "file", new());
    }

    private static async Task<FetchResult> FetchAsync(int port, string file, HttpSettings settings)
    {
        using HttpTransport transport = new(settings, TimeProvider.System);
        return await transport.FetchAsync(new(file, new("127.0.0.1", port), 1000), TestContext.Current.CancellationToken);
    }

    /// <summary>Sends these bytes to whoever connects, once a request head has come.</summary>
    private sealed class RawServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();
        private readonly TaskCompletionSource<string> request = new();
        private readonly string answer;
        private readonly bool staysOpen;
        private readonly Task serving;

        public RawServer(string answer, bool staysOpen = false)
        {
            (this.answer, this.staysOpen) = (answer, staysOpen);
            listener.Start();
            serving = ServeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public Task<string> RequestAsync() => request.Task;

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            listener.Dispose();
            await serving;
            stop.Dispose();
        }

        private async Task ServeAsync()
        {
            while (!stop.IsCancellationRequested)
                await ServeOneAsync();
        }

        private async Task ServeOneAsync()
        {
            try
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                NetworkStream stream = client.GetStream();
                byte[] head = new byte[4096];
                int length = await stream.ReadAsync(head, stop.Token);
                request.TrySetResult(Encoding.ASCII.GetString(head, 0, length));
                await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), stop.Token);
                if (staysOpen)
                    await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The client hung up, or the test is over.
            }
        }
    }
}
