using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PhoneSim.Cli.Tests.Fleets;

/// <summary>An OTLP/HTTP collector that says yes to everything.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<string> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public OtlpReceiver()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public string Url => $"http://{listener.LocalEndpoint}";

    /// <summary>Head and body of the first request, byte for character.</summary>
    public Task<string> FirstAsync() => first.Task.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
            first.TrySetResult(await RequestAsync(client.GetStream()));
            await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop.Token);
        }
    }

    private async Task<string> RequestAsync(NetworkStream stream)
    {
        StringBuilder request = new();
        byte[] buffer = new byte[65536];
        while (!IsWhole(request.ToString()) && await stream.ReadAsync(buffer, stop.Token) is > 0 and var length)
            request.Append(Encoding.Latin1.GetString(buffer, 0, length));
        return request.ToString();
    }

    private static bool IsWhole(string request)
    {
        int body = request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        string? length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return body > 3 && (length is null ? request.EndsWith("0\r\n\r\n", StringComparison.Ordinal) : request.Length - body >= int.Parse(length[15..], System.Globalization.CultureInfo.InvariantCulture));
    }
}
