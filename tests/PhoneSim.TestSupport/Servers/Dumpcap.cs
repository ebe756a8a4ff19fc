using System.Diagnostics;
using Xunit;

namespace PhoneSim.TestSupport.Servers;

/// <summary>Wireshark's capturing program on the loopback interface, which needs privileges.</summary>
public sealed class Dumpcap : IDisposable
{
    public const string Program = "dumpcap";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly Process process;

    private Dumpcap(Process process) => this.process = process;

    /// <summary>Skips the test where capturing is not allowed.</summary>
    public static async Task<Dumpcap> StartAsync(string file, string filter)
    {
        Process process = Process.Start(new ProcessStartInfo(RealServer.Find(Program)!, ["-i", "lo", "-f", filter, "-w", file]) { RedirectStandardError = true })!;
        using CancellationTokenSource patience = new(Deadline);
        string? line = "";
        while (line is not null && !line.StartsWith("File:", StringComparison.Ordinal))
            line = await process.StandardError.ReadLineAsync(patience.Token);
        Assert.SkipWhen(line is null, "dumpcap may not capture here");
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        return new(process);
    }

    /// <summary>What is captured is in the file.</summary>
    public async Task StopAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(500)); // the kernel hands over what it buffered
        using Process interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await interrupt.WaitForExitAsync().WaitAsync(Deadline);
        await process.WaitForExitAsync().WaitAsync(Deadline);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
