using PhoneSim.Phone.Boot;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;
using PhoneSim.TestSupport;
using PcKey = Terminal.Gui.Input.Key;

namespace PhoneSim.Terminal.Tests;

/// <summary>The lists over the screen: commands, phones, copies; and the log's filter.</summary>
public sealed class CommandListTests
{
    private readonly List<string> copied = [];
    private readonly List<string> asked = [];
    private readonly TaskCompletionSource<string?> change = new();

    [Fact]
    public void CtrlP_SearchedByWords_DoesWhatIsChosen()
    {
        HandConsole console = new("7962");
        using RunningScreen screen = Screen(console);
        screen.Keys(PcKey.P.WithCtrl);
        screen.Type("fact res");
        Assert.Null(Golden.Difference("commands", screen.Text));
        screen.Keys(PcKey.Enter);
        Assert.Equal([ResetKind.FactoryReset], console.Resets);
        Assert.DoesNotContain("Commands", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void CommandList_Clicked_ClosesAndDoesIt()
    {
        HandConsole console = new("7962");
        using RunningScreen screen = Screen(console);
        screen.Keys(PcKey.P.WithCtrl);
        screen.Click("Restart");
        Assert.Equal([ResetKind.Restart], console.Resets);
        Assert.DoesNotContain("type to search", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void CommandList_Escape_LeavesThePhoneAlone()
    {
        HandConsole console = new("7962");
        using RunningScreen screen = Screen(console);
        screen.Keys(PcKey.P.WithCtrl, PcKey.CursorDown, PcKey.Esc);
        Assert.DoesNotContain("type to search", screen.Text, StringComparison.Ordinal);
        Assert.Empty(console.Resets);
    }

    [Fact]
    public void CommandList_NothingMatches_EnterDoesNothing()
    {
        using RunningScreen screen = Screen(new("7962"));
        screen.Keys(PcKey.P.WithCtrl);
        screen.Type("zzz");
        Assert.Contains("0 of", screen.Text, StringComparison.Ordinal);
        screen.Keys(PcKey.Enter);
        Assert.DoesNotContain("Commands", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_Chosen_AreAskedForAndAnnounced()
    {
        using RunningScreen screen = Screen(new("7962"));
        screen.Keys(PcKey.O.WithCtrl);
        Assert.Contains("2 of 2", screen.Text, StringComparison.Ordinal);
        screen.Type("conference");
        screen.Keys(PcKey.Enter);
        Assert.Equal(["8832"], asked);
        Assert.Contains("8832 is being switched on", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ProfileChange_Refused_SaysWhy()
    {
        using RunningScreen screen = Screen(new("7962"));
        screen.Keys(PcKey.O.WithCtrl, PcKey.Enter);
        change.SetResult("the flash is in use");
        screen.Redraw();
        Assert.Contains("the flash is in use", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_WithoutChoice_OpenNothing()
    {
        using RunningScreen screen = new(new HandConsole("7962"));
        screen.Keys(PcKey.O.WithCtrl);
        Assert.DoesNotContain("type to search", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Servers_TypedOrChosen_AreAskedFor()
    {
        using RunningScreen screen = Screen(new("7962"));
        screen.Keys(PcKey.P.WithCtrl);
        screen.Type("another server");
        screen.Keys(PcKey.Enter);
        screen.Type("198.51.100.7");
        screen.Keys(PcKey.Enter);
        Assert.Equal(["198.51.100.7"], asked);
    }

    [Fact]
    public void SaveNow_SaysWhere()
    {
        using RunningScreen screen = Screen(new("7962"));
        screen.Keys(PcKey.P.WithCtrl);
        screen.Type("picture");
        screen.Keys(PcKey.Enter);
        Assert.Contains("Saved 80 columns as svg", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenList_HidesThePhoneFromClicks()
    {
        HandConsole console = new("7962-sip-manual");
        ScreenView bare = new(console.Snapshot(), new(Palette.Standard), new(80, 24));
        ScreenView covered = bare with { State = bare.State with { Chooser = new("Nothing", []) } };
        CommandPlace hidden = bare.Paint().Places.First(place => place.Contains(40, 11) || place.Y == 12);
        Assert.NotNull(bare.Paint().CommandAt(hidden.X, hidden.Y));
        Assert.Null(covered.Paint().CommandAt(hidden.X, hidden.Y));
    }

    [Fact]
    public void CopyDisplay_WithAKeyBeingTyped_CopiesDots()
    {
        using RunningScreen screen = Screen(new("7962-sip-manual"));
        screen.OpenKeyEntry();
        screen.Type("ABC");
        screen.Keys(PcKey.C.WithCtrl, PcKey.Enter);
        Assert.Contains("•••", Assert.Single(copied), StringComparison.Ordinal);
        Assert.DoesNotContain("ABC", copied[0], StringComparison.Ordinal);
        Assert.Contains("lines copied", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void CopyLog_Filtered_CopiesAllItsLines()
    {
        using RunningScreen screen = Screen(new HandConsole("7962").Booted());
        screen.Keys(PcKey.F.WithCtrl);
        screen.Type("itlsep");
        screen.Keys(PcKey.Enter, PcKey.C.WithCtrl);
        screen.Type("log");
        screen.Keys(PcKey.Enter);
        Assert.Equal("2026-03-05 10:42:00.000Z asks ITLSEP001122334455.tlv of 192.0.2.10:69 by tftp\n2026-03-05 10:42:00.000Z ITLSEP001122334455.tlv: 6022 bytes\n", Assert.Single(copied));
    }

    [Fact]
    public void Filter_Typed_ShowsOnlyLinesThatHaveIt()
    {
        using RunningScreen screen = Screen(new HandConsole("7962").Booted(), 120, 40);
        screen.Keys(PcKey.F.WithCtrl);
        screen.Type("itlsep");
        screen.Keys(PcKey.Enter);
        Assert.Null(Golden.Difference("filtered", screen.Text));
        screen.Keys(PcKey.F.WithCtrl, PcKey.Esc);
        Assert.Contains("PoweredOff -> FetchingCtl", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_ExclamationMark_LeavesWarningsAndFailures()
    {
        using RunningScreen screen = Screen(new HandConsole("7962").Booted(), 120, 40);
        screen.Keys(PcKey.F.WithCtrl);
        screen.Type("!");
        screen.Keys(PcKey.Enter);
        Assert.Contains("2 of 10", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PoweredOff ->", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wheel_OverTheLog_ScrollsIt()
    {
        using RunningScreen screen = new(new HandConsole("7962").Booted());
        screen.WheelUp(60, 20);
        Assert.Contains("Log, 3 lines back", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_ChosenOrSwitched_LeaveTheTextAlone()
    {
        using RunningScreen screen = Screen(new("7962"));
        string before = screen.Text;
        screen.Keys(PcKey.F7);
        screen.Keys(PcKey.P.WithCtrl);
        screen.Type("theme no");
        screen.Keys(PcKey.Enter);
        Assert.Equal(before, screen.Text);
        Assert.Equal("no-colour", screen.Window.State.Palette.Name);
    }

    private RunningScreen Screen(HandConsole console, int width = 80, int height = 24) => new(console, width, height, new()
    {
        Profiles = () => [new("8845", "video phone"), new("8832", "conference phone")],
        Servers = () => ["built-in lab", "192.0.2.10:69"],
        Change = wanted =>
        {
            asked.Add(wanted.Name);
            return change.Task;
        },
        Copy = text =>
        {
            copied.Add(text);
            return " for the test";
        },
        Save = (view, ending) => $"Saved {view.Size.Width} columns as {ending}",
    });
}
