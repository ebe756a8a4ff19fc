using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Screens;

/// <summary>The phone's own twelve keys, on a real terminal: F8 makes the digits of the keyboard the keys of the phone.</summary>
[Trait("Category", "Interop")]
public sealed class KeypadTests : IAsyncLifetime
{
    private const string Key = "1234567890ABCDEF1234567890ABCDEF";

    private readonly Tmux terminal = new();

    public ValueTask InitializeAsync()
    {
        Programs.Require("tmux");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => terminal.DisposeAsync();

    [Fact]
    public async Task SeedProcedure_OnTheTwelveKeys_EndsWithTheEncryptedFile()
    {
        FirmwareProfile profile = new ProfileStore().Find("7942-sip-manual")!;
        await StartAsync("7942-sip-manual");
        await terminal.KeysAsync("F8", "F2");
        await terminal.UntilAsync("6 Unlock Phone");
        await terminal.TypeAsync("6");
        await TypeAsync(KeypadTable.Text, "cisco");
        await terminal.KeysAsync("Enter");
        await terminal.UntilAsync("Password accepted");
        await terminal.TypeAsync("75");
        await terminal.UntilAsync("Enter key");
        await TypeAsync(KeypadTable.Hex(profile.Menu.HexEntry), Key);
        await terminal.UntilAsync("32/32");
        await terminal.KeysAsync("Enter");
        await terminal.UntilAsync("Key accepted");
        await terminal.KeysAsync("C-r");
        await terminal.UntilAsync("Ready");
        Assert.Contains(".enc.sgn", await terminal.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PowerOnWithPoundHeld_FromTheCommandList_ResetsToTheFactory()
    {
        await StartAsync("7960-sip-manual");
        await terminal.KeysAsync("C-p");
        await terminal.TypeAsync("held");
        await terminal.UntilAsync("Power on with # held");
        await terminal.KeysAsync("Enter");
        await terminal.UntilAsync("PoweredOff");
        await terminal.TypeAsync("123456789*0#");
        await terminal.UntilAsync("Keep network cfg?");
        await terminal.TypeAsync("2");
        await terminal.UntilAsync("Resetting to factory defaults");
        await terminal.UntilAsync("Unprovisioned");
    }

    private async Task StartAsync(string profile)
    {
        await terminal.StartAsync($"dotnet {Path.Combine(AppContext.BaseDirectory, "phonesim.dll")} --profile {profile}");
        await terminal.UntilAsync("Unprovisioned");
    }

    /// <summary>Each character by as many presses as it needs; the right arrow ends its cycle.</summary>
    private async Task TypeAsync(KeypadTable keypad, string text)
    {
        foreach (char character in text)
        {
            (char symbol, int index) = keypad.Find(character)!.Value;
            await terminal.TypeAsync(new(symbol, index + 1));
            await terminal.KeysAsync("Right");
        }
    }
}
