using System.Collections.Concurrent;
using System.Diagnostics;
using PhoneSim.Lab;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.TestSupport.Servers;

/// <summary><c>openssl s_server</c> on a free port of loopback with the CAPF test key; it answers each line with the same line reversed.</summary>
public sealed class OpenSslServer : IDisposable
{
    public const string Program = "openssl";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly SemaphoreSlim said = new(0);

    private OpenSslServer(int port, string[] arguments)
    {
        EndPoint = new("127.0.0.1", port);
        string key = Vectors.PathOf("keys/CAPF.pem");
        process = Process.Start(new ProcessStartInfo(Program, ["s_server", "-accept", $"127.0.0.1:{port}", "-cert", key, "-key", key, "-rev", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, e) => Said(e.Data);
        process.ErrorDataReceived += (_, e) => Said(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public ServerEndPoint EndPoint { get; }

    /// <param name="arguments">Besides certificate and port.</param>
    public static async Task<OpenSslServer> StartAsync(params string[] arguments)
    {
        OpenSslServer server = new(LastingPorts.Take(), arguments);
        await server.SaidAsync("ACCEPT");
        return server;
    }

    /// <summary>Waits until one of its lines, earlier ones too, holds this text.</summary>
    /// <exception cref="TimeoutException"/>
    public async Task SaidAsync(string text)
    {
        while (!lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
            if (!await said.WaitAsync(Patience))
                throw new TimeoutException($"openssl did not say {text}");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        said.Dispose();
    }

    private void Said(string? line)
    {
        lines.Enqueue(line ?? "");
        said.Release();
    }
}
