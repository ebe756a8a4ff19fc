using PhoneSim.Phone.Lessons;

namespace PhoneSim.Terminal.Tests.Lessons;

/// <summary>Every lesson from its start to its end on the screen.</summary>
public sealed class LessonScreenTests
{
    private const string Key = "1234567890ABCDEF1234567890ABCDEF";
    private const string Zeros = "00000000000000000000000000000000";

    private static readonly string[] ToTheKey = ["Settings", "row:Unlock Phone", "cisco", "soft:Accept", "row:Security Configuration", "row:Set Cfg Encrypt Key"];

    private static readonly Dictionary<string, string[]> Played = new()
    {
        ["enter-key"] = [.. ToTheKey, Key, "soft:Accept", "reset"],
        ["clear-key"] = [.. ToTheKey, Zeros, "soft:Accept", "reset"],
        ["key-mismatch"] = ["reset", "Settings", "row:Status", "row:Status Messages", "soft:Exit", "soft:Exit", "row:Unlock Phone", "cisco", "soft:Accept", "row:Security Configuration", "row:Set Cfg Encrypt Key", Key, "soft:Accept", "reset"],
        ["enrol-auth-string"] = ["Settings", "row:Security Configuration", "**#", "row:LSC", "482913", "soft:Submit"],
        ["erase-trust-list"] = ["Settings", "row:Security Configuration", "row:Trust List", "**#", "soft:Erase", "reset"],
        ["encryption-off"] = ["reset", "step:6", .. ToTheKey, Zeros, "soft:Accept", "reset"],
    };

    public static TheoryData<string> Names => [.. new LessonStore().All.Select(lesson => lesson.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Lesson_PlayedOnTheScreen_EndsWithItsReport(string name)
    {
        await using PlayedLesson lesson = await PlayedLesson.StartAsync(name, TestContext.Current.CancellationToken);
        foreach (string action in Played[name])
            await lesson.DoAsync(action);
        string report = await lesson.UntilAsync(text => text.Contains("Lesson done", StringComparison.Ordinal), "the report");
        Assert.True(report.Contains("Mistakes: none", StringComparison.Ordinal), report);
    }
}
