using System.Diagnostics;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Screens;

/// <summary>However the screen ends, the terminal is as it was, and the reason can be read on it.</summary>
[Trait("Category", "Interop")]
public sealed class CrashTests : IAsyncLifetime
{
    private static readonly string PhoneSim = Program("phonesim");
    private static readonly string Host = Program("PhoneSim.ScreenHost");

    private readonly Tmux terminal = new();

    public ValueTask InitializeAsync()
    {
        Programs.Require("tmux");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => terminal.DisposeAsync();

    [Theory]
    [InlineData("TERM", "rc=143")]
    [InlineData("INT", "rc=130")]
    [InlineData("QUIT", "rc=131")]
    [InlineData("HUP", "rc=129")]
    public async Task Signal_GivesTheTerminalBack(string signal, string code)
    {
        await StartAsync(PhoneSim);
        await terminal.SignalAsync(signal);
        Assert.Contains(code, await terminal.EndedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TerminalThatIsTakenAway_EndsTheProgram()
    {
        await StartAsync(PhoneSim);
        using Process process = Process.GetProcessById(await terminal.ProcessAsync());
        await terminal.CloseAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    /// <summary>The recording goes through a pipe whose reader leaves; then every drawing fails.</summary>
    [Fact]
    public async Task RecordingThatFails_EndsTheScreenAndSaysWhy()
    {
        string pipe = terminal.PathOf("recording.cast");
        await Finished.RunAsync("mkfifo", [pipe], TimeSpan.FromMinutes(1));
        using Process reader = Process.Start(new ProcessStartInfo("cat", [pipe]) { RedirectStandardOutput = true })!;
        Task<string> read = reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await StartAsync($"{PhoneSim} --record {pipe}");
        reader.Kill();
        await read;
        await terminal.KeysAsync("F2");
        string shown = await terminal.EndedAsync();
        Assert.Contains("phonesim: cannot write", shown, StringComparison.Ordinal);
        Assert.Contains("rc=3", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("screen")]
    [InlineData("thread")]
    public async Task Defect_OnAnyThread_GivesTheTerminalBackAndIsReadable(string where)
    {
        await StartAsync($"{Host} {where}");
        await terminal.KeysAsync("F2");
        Assert.Contains("rc=134", await terminal.EndedAsync(), StringComparison.Ordinal);
        Assert.Contains("Unhandled exception. System.InvalidOperationException: the planted defect", await terminal.ScrolledTextAsync(), StringComparison.Ordinal);
    }

    private static string Program(string name) => $"dotnet {Path.Combine(AppContext.BaseDirectory, $"{name}.dll")}";

    private async Task StartAsync(string command)
    {
        await terminal.StartAsync(command);
        await terminal.UntilAsync("─ Flash");
        await terminal.AssertTakenAsync();
    }
}
