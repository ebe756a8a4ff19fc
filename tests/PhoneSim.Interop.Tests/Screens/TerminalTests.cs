using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Screens;

/// <summary>The screen in a real terminal.</summary>
[Trait("Category", "Interop")]
public sealed class TerminalTests : IAsyncLifetime
{
    private static readonly string PhoneSim = $"dotnet {Path.Combine(AppContext.BaseDirectory, "phonesim.dll")}";

    private readonly Tmux terminal = new();

    public static TheoryData<string> ManualKeyProfiles
    {
        get
        {
            ProfileStore store = new();
            return [.. store.Names.Where(name => store.Find(name)!.Encryption.Method == EncryptionMethod.Manual)];
        }
    }

    public ValueTask InitializeAsync()
    {
        Programs.Require("tmux");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => terminal.DisposeAsync();

    /// <summary>Steps 1 to 7 of "Enter Phone Symmetric Key", each row found as a person does: by going down to it.</summary>
    [Theory]
    [MemberData(nameof(ManualKeyProfiles))]
    public async Task SeedProcedure_ByKeysOnly_EndsWithTheEncryptedFile(string profile)
    {
        int digits = new ProfileStore().Find(profile)!.Encryption.KeyBits / 4;
        await terminal.StartAsync($"{PhoneSim} --profile {profile}");
        await terminal.UntilAsync("Unprovisioned");
        await terminal.KeysAsync("F2");
        await OpenAsync("Unlock");
        await terminal.TypeAsync("cisco");
        await terminal.KeysAsync("Enter");
        await terminal.UntilAsync("settings");
        await OpenAsync("Security Configuration");
        await OpenAsync("Set Cfg Encrypt Key");
        await terminal.TypeAsync(string.Concat(Enumerable.Repeat("1234567890ABCDEF", 4))[..digits]);
        await terminal.UntilAsync($"{digits}/{digits}");
        await terminal.KeysAsync("Enter");
        await terminal.UntilAsync("present");
        await terminal.KeysAsync("C-r");
        await terminal.UntilAsync("Ready");
        Assert.Contains(".enc.sgn", await terminal.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NextTime_PhoneServerAndThemeAreThoseOfTheLast()
    {
        await StartAsync("--profile 8845 --server 127.0.0.1:9 --theme light");
        await QuitAsync();
        await StartAsync("");
        Assert.Contains("8845", await terminal.UntilAsync("As the last time: 8845, server 127.0.0.1:9"), StringComparison.Ordinal);
        await QuitAsync();
        Assert.Contains("\"theme\": \"light\"", await File.ReadAllTextAsync(Path.Combine(terminal.StateFolder, "phonesim", "screen.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await StartAsync("--fresh");
        Assert.Contains("7962-sip-manual", await terminal.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MemoryThatIsNoJson_IsIgnoredWithALine()
    {
        string file = Path.Combine(terminal.StateFolder, "phonesim", "screen.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "{", TestContext.Current.CancellationToken);
        await StartAsync("");
        await QuitAsync();
        Assert.Contains("screen.json is ignored", await terminal.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DumbTerminal_IsRefusedInALine()
    {
        await terminal.StartAsync(PhoneSim, terminal: "dumb");
        string shown = await terminal.EndedAsync();
        Assert.Contains("rc=3", shown, StringComparison.Ordinal);
        Assert.Contains("needs a terminal", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoTerminal_IsRefusedInALine()
    {
        Finished run = await Finished.RunAsync("setsid", ["-w", "dotnet", PhoneSim.Split(' ')[1], "--flash", terminal.PathOf("flash")], TimeSpan.FromMinutes(1));
        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Recording_IsPlayedByAsciinema()
    {
        Programs.Require("asciinema");
        await StartAsync("--record r.cast --snapshot last.txt");
        await terminal.KeysAsync("F2");
        await terminal.UntilAsync("Unlock Phone");
        await QuitAsync();
        Finished played = await Finished.RunAsync("script", ["-qec", $"asciinema cat {terminal.PathOf("r.cast")}", "/dev/null"], TimeSpan.FromMinutes(1), new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" });
        Assert.Equal(0, played.Code);
        Assert.Contains("Unlock Phone", played.Output, StringComparison.Ordinal);
        Assert.Contains("Unlock Phone", await File.ReadAllTextAsync(terminal.PathOf("last.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task StartAsync(string options)
    {
        await terminal.StartAsync($"{PhoneSim} {options}");
        await terminal.UntilAsync("─ Flash");
    }

    private async Task QuitAsync()
    {
        await terminal.KeysAsync("C-q");
        Assert.Contains("rc=0", await terminal.EndedAsync(), StringComparison.Ordinal);
    }

    /// <summary>Goes down to the row and opens it. A screen half drawn, with no row chosen or no title, is not taken for an answer to a key.</summary>
    private async Task OpenAsync(string row)
    {
        string shown = await terminal.UntilAsync(text => Chosen(text).Length > 0, "a list");
        while (!Chosen(shown).Contains(row, StringComparison.Ordinal))
        {
            string before = Chosen(shown);
            await terminal.KeysAsync("Down");
            shown = await terminal.UntilAsync(text => Chosen(text) is { Length: > 0 } now && now != before, $"a row below {before}");
        }

        string list = Title(shown);
        await terminal.KeysAsync("Enter");
        await terminal.UntilAsync(text => Title(text) is { Length: > 0 } now && now != list, row);
    }

    private static string Chosen(string shown) => shown.Split('\n').FirstOrDefault(line => line.Contains("│>", StringComparison.Ordinal), "││").Split('│')[1];

    private static string Title(string shown) => (shown.Split('\n')[2].Split('│').ElementAtOrDefault(1) ?? "").Split('[')[0].Trim();
}
