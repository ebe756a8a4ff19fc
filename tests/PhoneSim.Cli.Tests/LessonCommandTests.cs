using System.Text.Json;

namespace PhoneSim.Cli.Tests;

/// <summary>Every lesson from start to end, and the typical mistakes with their hints.</summary>
public sealed class LessonCommandTests : IDisposable
{
    private const string Unlock = "settings 'row:Unlock Phone' text:cisco soft:Accept";
    private const string KeyField = "'row:Security Configuration' 'row:Set Cfg Encrypt Key'";
    private const string ToKeyField = $"{Unlock} {KeyField}";
    private const string Key = "1234567890ABCDEF1234567890ABCDEF";
    private const string Zeros = "00000000000000000000000000000000";

    private readonly CommandLine phonesim = new();

    public static TheoryData<string, string> WholeLessons => new()
    {
        { "enter-key", $"{ToKeyField} hex:{Key} soft:Accept reset" },
        { "enter-key --profile 7960-sip-manual", $"{ToKeyField} hex:{Key} soft:Accept reset" },
        { "enter-key --profile 6921-rc4", $"{ToKeyField} hex:{Key}{Key} soft:Accept reset" },
        { "clear-key", $"{ToKeyField} hex:{Zeros} soft:Accept reset" },
        { "key-mismatch", $"reset settings row:Status 'row:Status Messages' settings 'row:Unlock Phone' text:cisco soft:Accept {KeyField} hex:{Key} soft:Accept reset" },
        { "enrol-auth-string", "settings 'row:Security Configuration' **# row:LSC 482913 soft:Submit" },
        { "erase-trust-list", "settings 'row:Security Configuration' 'row:Trust List' **# soft:Erase reset" },
        { "encryption-off", $"reset reset {ToKeyField} hex:{Zeros} soft:Accept reset" },
    };

    public void Dispose() => phonesim.Dispose();

    [Theory]
    [MemberData(nameof(WholeLessons))]
    public async Task Lesson_DoneWell_EndsWithoutMistakes(string lesson, string keys)
    {
        CommandLine.Run run = await RunAsync(lesson, keys);
        Assert.True(run.Code == 0, run.All);
        Assert.True(run.Json.GetProperty("finished").GetBoolean());
        Assert.Empty(run.Json.GetProperty("mistakes").EnumerateObject());
    }

    [Theory]
    [InlineData("enter-key", "settings 'row:Security Configuration' 'row:Set Cfg Encrypt Key'", "forgot-unlock", "Unlock Phone")]
    [InlineData("enter-key", "settings **#", "stars-on-password-phone", "does nothing")]
    [InlineData("enter-key", "settings 'row:Unlock Phone' text:admin soft:Accept", "wrong-password", "cisco")]
    [InlineData("enter-key", $"{ToKeyField} hex:1334", "wrong-digit", "Digit 2")]
    [InlineData("enter-key", $"{ToKeyField} hex:1234 *", "wrong-character", "Only 0-9 and A-F")]
    [InlineData("enter-key", $"{ToKeyField} hex:1234 soft:Accept", "wrong-length", "4 of 32")]
    [InlineData("enter-key", $"{ToKeyField} hex:1234 soft:Cancel", "left-without-accept", "press Accept")]
    [InlineData("enter-key", $"{ToKeyField} hex:{Key} soft:Accept up down up down up down up down up down", "no-reset", "until the phone is reset")]
    [InlineData("enter-key", $"{ToKeyField} hex:{Zeros} soft:Accept", "another-key", "one side only")]
    [InlineData("enrol-auth-string", "settings 'row:Security Configuration' **# row:LSC 000000 soft:Submit", "auth-string-refused", "wrong, spent")]
    [InlineData("enrol-auth-string", "settings 'row:Security Configuration' **# row:LSC 12 soft:Submit", "auth-string-not-awaited", "4 to 10 digits")]
    [InlineData("erase-trust-list", "settings 'row:Security Configuration' 'row:Trust List' soft:Erase", "forgot-unlock-stars", "padlock")]
    [InlineData("erase-trust-list", "settings 'row:Security Configuration' 'row:Trust List' **# **#", "stars-twice", "ten seconds")]
    public async Task Lesson_TypicalMistake_IsCountedAndHelped(string lesson, string keys, string mistake, string hint)
    {
        CommandLine.Run run = await RunAsync(lesson, keys);
        Assert.Equal(1, run.Code);
        Assert.True(run.Json.GetProperty("mistakes").TryGetProperty(mistake, out _), run.All);
        Assert.Contains(hint, run.Json.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NotFinished_TellsTheStepToDo()
    {
        CommandLine.Run run = await phonesim.RunAsync($"lesson run enter-key --press {Unlock}");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("Enter a key: not finished, step 3 of 9", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567890ABCDEF1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Json_NamesEveryLesson()
    {
        CommandLine.Run run = await phonesim.RunAsync("lesson list --json");
        Assert.Equal(["clear-key", "encryption-off", "enrol-auth-string", "enter-key", "erase-trust-list", "key-mismatch"],
            run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task Show_Lesson_PrintsGoalAndSteps()
    {
        CommandLine.Run run = await phonesim.RunAsync("lesson show clear-key");
        Assert.Equal(0, run.Code);
        Assert.Contains("32 zeros", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lesson show nothing")]
    [InlineData("lesson run enter-key --profile 8845 --press settings")]
    [InlineData("lesson run enter-key --press nonsense:")]
    [InlineData("lesson list --lessons /no/such/folder")]
    public async Task Lesson_UsedWrongly_IsAUsageError(string line) => Assert.Equal(2, (await phonesim.RunAsync(line)).Code);

    [Fact]
    public async Task OwnLesson_WithAnUnknownWord_IsRefusedWithTheWords()
    {
        await File.WriteAllTextAsync(phonesim.PathOf("mine.json"), """{"title":"t","goal":"g","profile":"7962","steps":[{"text":"x","on":{"scren":"y"}}]}""", TestContext.Current.CancellationToken);
        CommandLine.Run run = await phonesim.RunAsync($"lesson list --lessons {phonesim.Folder}");
        Assert.Equal(2, run.Code);
        Assert.Contains("\"scren\" cannot be watched", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLine.Run> RunAsync(string lesson, string keys) => phonesim.RunAsync($"lesson run {lesson} --json --press {keys}");
}
