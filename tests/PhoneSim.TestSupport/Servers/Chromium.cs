using System.Diagnostics;

namespace PhoneSim.TestSupport.Servers;

/// <summary>The browser without a window.</summary>
public static class Chromium
{
    public const string Program = "chromium";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    /// <param name="scheme"><c>dark</c> or <c>light</c>.</param>
    /// <returns>The page as it is after its scripts ran, and what the browser said of it.</returns>
    public static async Task<(string Page, string Log)> DumpAsync(string file, int width, string scheme)
    {
        Programs.Require(Program);
        using TemporaryFolder profile = new();
        ProcessStartInfo start = new(Program,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--enable-logging=stderr", $"--user-data-dir={profile.Path}", $"--window-size={width},900",
            $"--blink-settings=preferredColorScheme={(scheme == "dark" ? 0 : 1)}", "--virtual-time-budget=2000", "--dump-dom", new Uri(file).AbsoluteUri,
        ]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process browser = Process.Start(start)!;
        using CancellationTokenSource patience = new(Deadline);
        Task<string> log = browser.StandardError.ReadToEndAsync(patience.Token);
        string page = await browser.StandardOutput.ReadToEndAsync(patience.Token);
        await browser.WaitForExitAsync(patience.Token);
        return (page, await log);
    }
}
