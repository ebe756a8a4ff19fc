using System.Net;
using System.Text;
using System.Text.Json;

namespace PhoneSim.Cli.Tests;

/// <summary>A lab serve that runs in this process until it is stopped.</summary>
internal sealed class ServingLab : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource stop = new();
    private readonly FirstLine output = new();
    private readonly Task<int> running;

    private ServingLab(string line) => running = CommandLineApp.RunAsync(CommandLine.Words(line), output, TextWriter.Null, stop.Token);

    public string Ready { get; private set; } = "";

    /// <summary>From the JSON ready line.</summary>
    public IPEndPoint Tftp => IPEndPoint.Parse(JsonDocument.Parse(Ready).RootElement.GetProperty("tftp").GetString()!);

    public static async Task<ServingLab> StartAsync(string line)
    {
        ServingLab lab = new(line);
        lab.Ready = await lab.output.Line.WaitAsync(Patience);
        return lab;
    }

    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        return await running.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
        await output.DisposeAsync();
    }

    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => line.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => line.TrySetResult(value ?? "");
    }
}
