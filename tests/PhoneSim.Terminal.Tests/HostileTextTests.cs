using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Stepping;
using PcKey = Terminal.Gui.Input.Key;

namespace PhoneSim.Terminal.Tests;

/// <summary>Servers choose reasons, names and contents; the terminal gets none of their control characters, and no character wider than its column.</summary>
public sealed class HostileTextTests
{
    private const string Evil = "a\e]0;owned\a\u009b31m\r\n\u202eb\u200d\ufeff\u0301漢\U0001f600c";

    private readonly HandConsole console = new("8845");

    [Fact]
    public void Log_ShowsQuestionMarks()
    {
        console.Tell(new DecisionMade(console.Now, HandConsole.Device, Evil, "why not"));
        AssertClean();
    }

    [Fact]
    public void FileNames_ShowQuestionMarks()
    {
        console.Tell(new FileRequested(console.Now, HandConsole.Device, Evil, TransportKind.Tftp, new("192.0.2.10", 69)));
        AssertClean();
    }

    [Fact]
    public async Task HeldBoot_ShowsQuestionMarks()
    {
        Task<StepAnswer?> held = console.Steps.HoldAsync(new() { Point = PausePoint.Verdict, State = BootState.Evaluating, What = Evil, Rule = Evil }, TestContext.Current.CancellationToken);
        AssertClean();
        console.Steps.Run();
        await held;
    }

    [Fact]
    public void StatusMessages_ShowQuestionMarks()
    {
        HandConsole menus = new("7962");
        menus.Flash.SetStatusMessages([new(menus.Now, Evil)]);
        using RunningScreen screen = new(menus, 120, 40);
        screen.Keys(PcKey.F2);
        screen.Type("61");
        Assert.Contains("a?]0;owned", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(screen.Text, c => char.IsControl(c) && c != '\n');
    }

    private void AssertClean()
    {
        using RunningScreen screen = new(console, 200, 50);
        Assert.Contains("a?]0;owned", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(screen.Text, c => (char.IsControl(c) && c != '\n') || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);
    }
}
