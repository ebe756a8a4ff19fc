using System.Diagnostics;

namespace PhoneSim.TestSupport.Servers;

/// <summary>Wireshark without its window.</summary>
public static class Tshark
{
    public const string Program = "tshark";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    /// <summary>What it prints of a capture file; checksums are verified.</summary>
    public static Task<string> ReadAsync(string file, params IEnumerable<string> arguments) => RunAsync(
        ["-r", file, "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", .. arguments]);

    private static async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        using Process tshark = Process.Start(new ProcessStartInfo(RealServer.Find(Program)!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using CancellationTokenSource patience = new(Deadline);
        Task<string> errors = tshark.StandardError.ReadToEndAsync(patience.Token);
        string output = await tshark.StandardOutput.ReadToEndAsync(patience.Token);
        await tshark.WaitForExitAsync(patience.Token);
        return tshark.ExitCode == 0 ? output : throw new InvalidOperationException($"tshark ended with {tshark.ExitCode}: {await errors}");
    }
}
