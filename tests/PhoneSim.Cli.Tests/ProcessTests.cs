using System.Diagnostics;

namespace PhoneSim.Cli.Tests;

/// <summary>What only a process of its own can show.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CommandLine folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Version_IsOneLine()
    {
        using Process process = Start("--version");
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"^phonesim \d+\.\d+\.\d+\S*\n$", output);
        Assert.Equal(0, await EndAsync(process));
    }

    [Fact]
    public async Task Lab_InterruptedAtTheKeyboard_EndsWithZero()
    {
        using Process process = Start("lab", "serve", "--json", "--root", folder.PathOf("lab"), "--tftp-port", "0", "--http-port", "0", "--https-port", "0", "--capf-port", "0", "--tvs-port", "0",
            "--sip-port", "0", "--secure-sip-port", "0", "--sccp-port", "0", "--secure-sccp-port", "0");
        Assert.StartsWith("{\"type\":\"ready\"", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        Assert.Equal(0, await EndAsync(process));
    }

    /// <summary>As a shell starts a program in the foreground: what runs in the background, a test run too, may have inherited that SIGINT is ignored.</summary>
    private static Process Start(params IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", CommandLine.Program, .. arguments]) { RedirectStandardOutput = true })!;

    private static async Task<int> EndAsync(Process process)
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return process.ExitCode;
    }
}
