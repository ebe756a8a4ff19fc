using PhoneSim.Phone.Lessons;
using PhoneSim.TestSupport;
using PcKey = Terminal.Gui.Input.Key;

namespace PhoneSim.Terminal.Tests;

/// <summary>A lesson beside the phone.</summary>
public sealed class LessonPaneTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(100, 30)]
    [InlineData(120, 40)]
    public void Lesson_AtItsStart_ShowsGoalAndStep(int width, int height)
    {
        using RunningScreen screen = new(new HandConsole("7942-sip-manual").Booted().Learning("enter-key"), width, height);
        Assert.Null(Golden.Difference($"lesson-{width}x{height}", screen.Text));
    }

    [Fact]
    public void LockedRow_InALesson_GivesTheHint()
    {
        using RunningScreen screen = new(new HandConsole("7942-sip-manual").Learning("enter-key"));
        screen.Keys(PcKey.F2);
        screen.Type("75");
        Assert.Null(Golden.Difference("lesson-hint", screen.Text));
    }

    [Fact]
    public void KeyTyped_InALesson_GoesOnToTheReset()
    {
        using RunningScreen screen = new(new HandConsole("7942-sip-manual").Learning("enter-key"));
        screen.OpenKeyEntry();
        screen.Type("1234567890ABCDEF1234567890ABCDEF");
        screen.Keys(PcKey.Enter);
        Assert.Contains("Step 7 of 9", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlP_LessonChosen_IsAskedFor()
    {
        List<string> asked = [];
        using RunningScreen screen = new(new HandConsole("7962"), options: new()
        {
            Lessons = new LessonStore().All,
            Change = lesson =>
            {
                asked.Add(lesson.Name);
                return Task.FromResult<string?>(null);
            },
        });
        screen.Keys(PcKey.P.WithCtrl);
        screen.Type("erase trust");
        screen.Keys(PcKey.Enter);
        Assert.Equal(["erase-trust-list"], asked);
    }
}
