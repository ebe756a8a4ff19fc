using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Drawing;
using PhoneSim.TestSupport;
using PcKey = Terminal.Gui.Input.Key;

namespace PhoneSim.Terminal.Tests;

/// <summary>Keys and clicks in, text out.</summary>
public sealed class PhoneWindowTests
{
    private const string Key = "1234567890ABCDEF1234567890ABCDEF";

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void Idle_AfterABoot_ShowsPhoneFilesFlashAndLog(int width, int height)
    {
        using RunningScreen screen = new(new HandConsole("7962-sip-manual").Booted(), width, height);
        Assert.Null(Golden.Difference($"idle-{width}x{height}", screen.Text));
    }

    [Theory]
    [InlineData("7940-sip-manual")]
    [InlineData("7911")]
    [InlineData("7931")]
    [InlineData("7962")]
    [InlineData("7975")]
    [InlineData("6901")]
    [InlineData("6911")]
    [InlineData("6921")]
    [InlineData("6961")]
    [InlineData("7811")]
    [InlineData("7841")]
    [InlineData("7861")]
    [InlineData("8845")]
    [InlineData("8945")]
    [InlineData("9971")]
    [InlineData("7925")]
    [InlineData("8821")]
    [InlineData("8831")]
    [InlineData("8832")]
    public void Menu_OfEachFamily_FitsIntoTheSmallestTerminal(string profile)
    {
        using RunningScreen screen = new(new HandConsole(profile));
        screen.Keys(PcKey.F2);
        Assert.Null(Golden.Difference($"menu-{profile}", screen.Text));
    }

    [Fact]
    public void LitLamps_StandOutInTheirColour()
    {
        PhoneSnapshot phone = new HandConsole("9971").Snapshot();
        PhoneSnapshot lit = phone with { Screen = phone.Screen with { Lamps = [new("lines", LampColour.Red, LampRhythm.Blinking), new("mute", LampColour.Amber, LampRhythm.Steady)] } };
        Canvas face = new ScreenView(lit, new(Palette.Standard), new(80, 24)).Paint().Canvas;
        Assert.Contains(Enumerable.Range(0, 24).SelectMany(face.Runs), run => run is { Ink: Ink.Bad, Text: "◐12" });
        Assert.Contains(Enumerable.Range(0, 24).SelectMany(face.Runs), run => run is { Ink: Ink.Warning, Text: "●mute" });
    }

    [Fact]
    public void SoftkeysBesideTheDisplay_AreClickedThere()
    {
        using RunningScreen screen = new(new HandConsole("9971"));
        screen.Keys(PcKey.F2);
        screen.Click("Exit ");
        Assert.DoesNotContain("Administrator Settings", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void LineKey_Clicked_SaysWhyNothingHappens()
    {
        using RunningScreen screen = new(new HandConsole("7962"));
        screen.Click("□2");
        Assert.Contains("makes no calls", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SeedProcedure_ByPcKeyboard_StoresTheKey()
    {
        HandConsole console = new("7962-sip-manual");
        using RunningScreen screen = new(console);
        screen.OpenKeyEntry();
        screen.Type(Key);
        Assert.Null(Golden.Difference("key-typed", screen.Text));
        screen.Keys(PcKey.Enter);
        Assert.Equal(SymmetricKey.FromHex(Key, 128), console.Flash.Contents.SymmetricKey);
        Assert.Contains("symmetric key                  present", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyTooShort_Accept_IsAnsweredOnTheScreen()
    {
        HandConsole console = new("7962-sip-manual");
        using RunningScreen screen = new(console);
        screen.OpenKeyEntry();
        screen.Type("12");
        screen.Keys(PcKey.Enter);
        Assert.Contains("Enter 32 hex digits", screen.Text, StringComparison.Ordinal);
        Assert.Null(console.Flash.Contents.SymmetricKey);
    }

    [Fact]
    public void Keypad_ClickedTwiceOnTwo_TypesALetter()
    {
        using RunningScreen screen = new(new HandConsole("7962-sip-manual"));
        screen.OpenKeyEntry();
        screen.Click("[2abc]");
        screen.Click("[2abc]");
        Assert.Contains("│A_", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void DigitsAsKeys_TypedTwice_TypeALetter()
    {
        using RunningScreen screen = new(new HandConsole("7962-sip-manual"));
        screen.OpenKeyEntry();
        screen.Keys(PcKey.F8);
        screen.Type("22");
        Assert.Contains("│A_", screen.Text, StringComparison.Ordinal);
        Assert.Contains("F8 digits: keys", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Softkey_ClickedOnTheDisplay_IsPressed()
    {
        using RunningScreen screen = new(new HandConsole("7962-sip-manual"));
        screen.Keys(PcKey.F2);
        screen.Click("Exit");
        Assert.DoesNotContain("Unlock Phone", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Backspace_InAField_DeletesToTheLeft()
    {
        using RunningScreen screen = new(new HandConsole("7962-sip-manual"));
        screen.OpenKeyEntry();
        screen.Type("AB");
        screen.Keys(PcKey.Backspace);
        Assert.Contains("│A_", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_InAField_Cancels()
    {
        using RunningScreen screen = new(new HandConsole("7962-sip-manual"));
        screen.OpenKeyEntry();
        screen.Keys(PcKey.Esc);
        Assert.Contains("5 Set Cfg Encrypt Key", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reset_ByKeyAndByClick_IsAskedOfThePhone()
    {
        HandConsole console = new("7962");
        using RunningScreen screen = new(console);
        screen.Keys(PcKey.R.WithCtrl);
        screen.Click("[Reset ^R]");
        Assert.Equal([ResetKind.Reset, ResetKind.Reset], console.Resets);
    }

    [Fact]
    public void Help_F1_ShowsTheKeysOfTheMomentAndGoesAgain()
    {
        using RunningScreen screen = new(new HandConsole("7962-sip-manual"));
        screen.Keys(PcKey.F1);
        Assert.Null(Golden.Difference("help", screen.Text));
        screen.Keys(PcKey.Esc);
        Assert.DoesNotContain("Keys of the moment", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Resize_TooSmallAndBack_SaysSoAndDrawsAgain()
    {
        using RunningScreen screen = new(new HandConsole("7962"));
        string before = screen.Text;
        screen.Resize(70, 20);
        Assert.StartsWith("Terminal too small: 80 x 24 needed", screen.Text, StringComparison.Ordinal);
        screen.Resize(80, 24);
        Assert.Equal(before, screen.Text);
    }

    [Fact]
    public void Log_PageUp_ShowsOlderLines()
    {
        using RunningScreen screen = new(new HandConsole("7962").Booted());
        screen.Keys(PcKey.PageUp);
        Assert.Contains("Log, 8 lines back", screen.Text, StringComparison.Ordinal);
        screen.Keys(PcKey.PageDown);
        Assert.DoesNotContain("lines back", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Quit_CtrlQ_StopsTheWindow()
    {
        using RunningScreen screen = new(new HandConsole("7962"));
        screen.Keys(PcKey.Q.WithCtrl);
        Assert.True(screen.Window.StopRequested);
    }

    [Fact]
    public void StarStarPound_TypedInAMenu_UnlocksThePhone()
    {
        HandConsole console = new("7962");
        using RunningScreen screen = new(console);
        screen.Keys(PcKey.F2);
        screen.Type("**#");
        Assert.True(console.Flash.Contents.Settings.Unlocked);
        Assert.Contains("[ ]", screen.Text, StringComparison.Ordinal);
    }
}
