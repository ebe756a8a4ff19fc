using System.Text.Json;

namespace PhoneSim.Cli.Tests;

/// <summary>Recordings and pictures of screens that no terminal shows.</summary>
public sealed class PictureTests : IDisposable
{
    private const string Key = "0123456789ABCDEF0123456789ABCDEF";
    private const string Typing = $"settings 'row:Unlock Phone' text:cisco soft:Accept 'row:Security Configuration' 'row:Set Cfg Encrypt Key' hex:{Key}";

    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Fact]
    public async Task Press_Recorded_ShowsEveryKeyAndNoSecret()
    {
        CommandLine.Run run = await PressAsync($"{Typing} --record {phonesim.PathOf("keys.cast")}");
        string[] lines = await File.ReadAllLinesAsync(phonesim.PathOf("keys.cast"), TestContext.Current.CancellationToken);
        Assert.True(run.Code == 0, run.All);
        Assert.Equal((2, 80, 24), (Header(lines, "version"), Header(lines, "width"), Header(lines, "height")));
        Assert.InRange(lines.Length, 30, 1000);
        Assert.DoesNotContain(Key[..8], string.Concat(lines), StringComparison.Ordinal);
        Assert.InRange(Time(lines[^1]) - Time(lines[1]), 8, 600);
    }

    [Fact]
    public async Task Press_RecordedWithShowSecrets_ShowsTheKey()
    {
        await PressAsync($"{Typing} --show-secrets --record {phonesim.PathOf("keys.cast")}");
        Assert.Contains(Key[..8], await File.ReadAllTextAsync(phonesim.PathOf("keys.cast"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_Text_IsTheWholeScreenWithDots()
    {
        CommandLine.Run run = await PressAsync($"{Typing} --snapshot {phonesim.PathOf("s.txt")} --size 120x40");
        string[] lines = await File.ReadAllLinesAsync(phonesim.PathOf("s.txt"), TestContext.Current.CancellationToken);
        Assert.True(run.Code == 0, run.All);
        Assert.Equal(40, lines.Length);
        Assert.Contains(lines, line => line.Contains("Set Cfg Encrypt Key", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("••••••••", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Snapshot_AfterARefusedKey_ShowsTheScreenAllTheSame()
    {
        CommandLine.Run run = await PressAsync($"settings row:Nonsense --theme light --snapshot {phonesim.PathOf("s.svg")}");
        string svg = await File.ReadAllTextAsync(phonesim.PathOf("s.svg"), TestContext.Current.CancellationToken);
        Assert.Equal(1, run.Code);
        Assert.Contains(">Settings<", svg, StringComparison.Ordinal);
        Assert.Contains("#fafaf6", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lesson_Recorded_EndsWithItsReport()
    {
        CommandLine.Run run = await phonesim.RunAsync($"lesson run erase-trust-list --press settings 'row:Security Configuration' 'row:Trust List' **# soft:Erase reset --record {phonesim.PathOf("l.cast")} --snapshot {phonesim.PathOf("l.txt")}");
        Assert.True(run.Code == 0, run.All);
        Assert.Contains("Lesson done", await File.ReadAllTextAsync(phonesim.PathOf("l.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Press Settings.", await File.ReadAllTextAsync(phonesim.PathOf("l.cast"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boot_Recorded_HoldsWhatWasPrinted()
    {
        await using VectorServer server = new();
        CommandLine.Run run = await server.BootAsync($"--explain --timeout 30 --record {phonesim.PathOf("b.cast")}");
        string[] lines = await File.ReadAllLinesAsync(phonesim.PathOf("b.cast"), TestContext.Current.CancellationToken);
        string recorded = string.Concat(lines.Skip(1).Select(line => JsonDocument.Parse(line).RootElement[2].GetString()));
        Assert.Equal(run.Output, recorded.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("press settings --snapshot x.png", "ends in .svg or .txt")]
    [InlineData("press settings --size 79x24", "from 80x24")]
    [InlineData("press settings --theme pink", "high-contrast")]
    [InlineData("phone --theme pink", "high-contrast")]
    public async Task UsedWrongly_SaysWhatWouldBeRight(string line, string right)
    {
        CommandLine.Run run = await phonesim.RunAsync(line);
        Assert.Equal(2, run.Code);
        Assert.Contains(right, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_IntoNowhere_IsTheEnvironmentsFault()
    {
        CommandLine.Run run = await PressAsync("settings --record /no/such/folder/x.cast");
        Assert.Equal(3, run.Code);
        Assert.StartsWith("phonesim: cannot write /no/such/folder/x.cast", run.Error, StringComparison.Ordinal);
    }

    private static int Header(string[] lines, string name) => JsonDocument.Parse(lines[0]).RootElement.GetProperty(name).GetInt32();

    private static double Time(string line) => JsonDocument.Parse(line).RootElement[0].GetDouble();

    private Task<CommandLine.Run> PressAsync(string line) => phonesim.RunAsync($"press --flash {phonesim.PathOf("flash")} {line}");
}
