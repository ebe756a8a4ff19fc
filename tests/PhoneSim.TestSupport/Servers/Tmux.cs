using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace PhoneSim.TestSupport.Servers;

/// <summary>A real terminal, with one program in it and folders of its own.</summary>
public sealed class Tmux : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private string socket = NewSocket();
    private readonly TemporaryFolder folder = new();

    /// <summary>Where the program keeps what it remembers.</summary>
    public string StateFolder => folder.PathOf("state");

    public string PathOf(string name) => folder.PathOf(name);

    /// <summary>Starts the program in place of the one before; <c>rc=N</c> stands on the terminal when it has ended.</summary>
    /// <param name="command">As a shell takes it.</param>
    public async Task StartAsync(string command, int width = 80, int height = 24, string terminal = "xterm-256color")
    {
        await TmuxAsync("kill-server");
        // A server that is going would take the new session with it.
        socket = NewSocket();
        string start = $"echo $$ >{folder.PathOf("pid")}; cd {folder.Path}; export XDG_DATA_HOME={folder.PathOf("data")} XDG_STATE_HOME={StateFolder} TERM={terminal}; exec {command}";
        Finished started = await TmuxAsync("-f", "/dev/null", "new-session", "-d", "-x", Text(width), "-y", Text(height), $"stty -g >{folder.PathOf("modes")}; sh -c '{start}'; echo rc=$?; exec sleep 600");
        Assert.True(started.Code == 0, started.Error);
    }

    /// <summary>Keys as tmux names them: <c>F2</c>, <c>Enter</c>, <c>C-r</c>.</summary>
    public Task KeysAsync(params IEnumerable<string> keys) => TmuxAsync(["send-keys", .. keys]);

    public Task TypeAsync(string text) => TmuxAsync("send-keys", "-l", text);

    public async Task<string> TextAsync() => (await TmuxAsync("capture-pane", "-p")).Output;

    /// <summary>Also what has scrolled away.</summary>
    public async Task<string> ScrolledTextAsync() => (await TmuxAsync("capture-pane", "-p", "-S", "-")).Output;

    /// <summary>Waits until that text stands on the terminal.</summary>
    public Task<string> UntilAsync(string text) => UntilAsync(shown => shown.Contains(text, StringComparison.Ordinal), $"'{text}'");

    /// <param name="what">What is waited for, in words.</param>
    public async Task<string> UntilAsync(Func<string, bool> holds, string what)
    {
        string shown = "";
        for (long started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Deadline; await Task.Delay(Look))
            if (holds(shown = await TextAsync()))
                return shown;
        Assert.Fail($"{what} did not come; the terminal shows\n{shown}");
        return "";
    }

    /// <summary>Waits for the end; then the terminal is as it was: its own screen, no mouse, a cursor, the modes of its line (echo among them) as before.</summary>
    public async Task<string> EndedAsync()
    {
        string shown = await UntilAsync("rc=");
        Assert.Equal("0 0 1", await FlagsAsync());
        Assert.Equal(await File.ReadAllTextAsync(folder.PathOf("modes")), await LineAsync("-g"));
        return shown;
    }

    /// <summary>The program has its terminal: another screen, no echo of what is typed.</summary>
    public async Task AssertTakenAsync()
    {
        Assert.Equal("1 1 0", await FlagsAsync());
        Assert.Contains("-echo ", await LineAsync("-a"), StringComparison.Ordinal);
    }

    /// <summary>The program's process.</summary>
    public async Task<int> ProcessAsync() => int.Parse(await File.ReadAllTextAsync(folder.PathOf("pid")), CultureInfo.InvariantCulture);

    /// <summary>Takes the terminal away.</summary>
    public Task CloseAsync() => TmuxAsync("kill-pane");

    public async Task SignalAsync(string name) =>
        await Finished.RunAsync("kill", [$"-{name}", Text(await ProcessAsync())], Deadline);

    public async ValueTask DisposeAsync()
    {
        await TmuxAsync("kill-server");
        folder.Dispose();
    }

    private Task<Finished> TmuxAsync(params IEnumerable<string> arguments) => Finished.RunAsync("tmux", ["-L", socket, .. arguments], Deadline);

    private async Task<string> FlagsAsync() => await AskAsync("#{alternate_on} #{mouse_any_flag} #{cursor_flag}");

    private async Task<string> LineAsync(string form) => (await Finished.RunAsync("stty", [form, "-F", await AskAsync("#{pane_tty}")], Deadline)).Output;

    private async Task<string> AskAsync(string format) => (await TmuxAsync("display-message", "-p", format)).Output.Trim();

    private static string NewSocket() => $"phonesim-test-{Guid.NewGuid():N}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
