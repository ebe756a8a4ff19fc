using PhoneSim.Formats.Configuration;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Menu;

public sealed class MenuTreeTests
{
    public static TheoryData<string> PhonesWithADisplay
    {
        get
        {
            ProfileStore store = new();
            return [.. store.Names.Where(name => store.Find(name)!.Screen.Columns > 0)];
        }
    }

    [Fact]
    public void IdleScreen_ComesFirst()
    {
        MenuPhone phone = new("7942-sip-manual");
        phone.ShowsScreen("idle");
        Assert.Equal(PressResult.NoSuchSoftkey, phone.Press(new PhoneKey.Softkey(0)));
        Assert.Equal(PressResult.NothingToDo, phone.Navigate(NavigationKey.Down));
    }

    [Theory]
    [InlineData("7942-sip-manual", "settings", "Settings")]
    [InlineData("8845", "applications", "Applications")]
    [InlineData("7911", "applications", "Settings")]
    public async Task OpenKey_OpensTheTree(string profile, string key, string title)
    {
        MenuPhone phone = new(profile);
        await phone.Keys(key);
        Assert.Equal(title, phone.Screen.Title);
    }

    [Fact]
    public void KeyThePhoneHasNot_IsRefused()
    {
        MenuPhone phone = new("8845");
        Assert.Equal(PressResult.NoSuchKey, phone.Press(new PhoneKey.Hard("settings")));
        Assert.Equal(PressResult.NothingToDo, phone.Press(new PhoneKey.Hard("hold")));
    }

    [Fact]
    public async Task Digit_OpensTheRowOfThatNumber()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "6", "1");
        Assert.Equal("Status Messages", phone.Screen.Title);
    }

    [Fact]
    public async Task Digit_WithoutARow_IsAnswered()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings");
        Assert.Equal(PressResult.NoSuchRow, phone.Digits("9"));
        Assert.Equal(PressResult.NoSuchRow, phone.Digits("0"));
    }

    [Fact]
    public async Task LongList_ScrollsToTheSelection()
    {
        MenuPhone phone = new(new ProfileStore().Find("7962")! with { Screen = new() { Columns = 30, Rows = 4, SoftkeyCount = 4, LineKeys = 2, HardKeys = [], Lamps = [] } });
        await phone.Keys("settings", "down", "down", "down", "down", "down");
        phone.ShowsScreen("scrolled-list");
        Assert.Equal(PressResult.NothingToDo, phone.Navigate(NavigationKey.Down));
    }

    [Fact]
    public async Task OpenKey_InsideTheTree_GoesBackToItsTop()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "row:Security Configuration", "settings");
        Assert.Equal("Settings", phone.Screen.Title);
    }

    [Fact]
    public async Task ValueRow_ShowsItsFactAndDoesNotOpen()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "row:Model Information");
        Assert.Equal(PressResult.NothingToDo, phone.Navigate(NavigationKey.Select));
        phone.ShowsScreen("model-information");
    }

    [Theory]
    [InlineData("7962", "settings", "row:User Preferences", "Not simulated")]
    [InlineData("7940-sip-manual", "settings", "row:Ring Type", "Not simulated")]
    [InlineData("8845", "applications", "row:Recents", "Not simulated")]
    [InlineData("7962", "settings row:Status row:Network~Statistics", "select", "Nothing to do in this row")]
    [InlineData("7962", "settings row:Security~Configuration row:Trust~List row:ITL~File", "select", "Nothing to do in this row")]
    public async Task RowThatDoesNothing_Opened_SaysSo(string profile, string path, string key, string answer)
    {
        MenuPhone phone = new(profile, TrustedFlash.Contents);
        await phone.Keys([.. path.Split(' ').Select(word => word.Replace('~', ' ')), key]);
        Assert.Equal(answer, phone.Screen.Status);
    }

    [Theory]
    [MemberData(nameof(PhonesWithADisplay))]
    public void EveryRow_OfEachPhone_Answers(string profile)
    {
        FirmwareProfile found = new ProfileStore().Find(profile)!;
        Assert.All(Paths(found.Menu.Root, []), path =>
        {
            MenuPhone phone = new(found, TrustedFlash.Contents with { Settings = new() { Unlocked = true } });
            phone.Press(KeyNames.OpenKey(found));
            foreach (int row in path[..^1])
                phone.Digits(Number(row));
            Down(phone, path[^1]);
            string before = phone.Text;
            phone.Digits(Number(path[^1]));
            Assert.NotEqual(before, phone.Text);
        });
    }

    [Fact]
    public async Task SecurityConfiguration_ShowsWhatIsInstalled()
    {
        MenuPhone phone = new("7962", FlashContents.Empty with { Mic = Boot.TestPhone.Certificate("phone-mic") });
        await phone.Keys("settings", "row:Security Configuration");
        phone.ShowsScreen("security-configuration");
    }

    [Theory]
    [InlineData(0, "Status")]
    [InlineData(2, "User Preferences,Status")]
    [InlineData(1, "User Preferences,Network Configuration,Device Configuration,Security Configuration,Model Information,Status")]
    public async Task SettingsAccess_LeavesTheseRows(int access, string rows)
    {
        MenuPhone phone = new("7962", Configured(access));
        await phone.Keys("settings");
        Assert.Equal(rows, string.Join(',', phone.Screen.Rows.Select(row => row.Label)));
    }

    [Fact]
    public async Task SettingsAccessDisabled_BehindAdminSettings_LeavesStatusReachable()
    {
        MenuPhone phone = new("7841", Configured(0));
        await phone.Keys("applications", "row:Admin settings", "row:Status", "row:Status messages");
        Assert.Equal("Status messages", phone.Screen.Title);
    }

    [Theory]
    [InlineData("Reset device", ResetKind.Reset)]
    [InlineData("All settings", ResetKind.FactoryReset)]
    public async Task ResetSettings_AskTheHost(string row, ResetKind kind)
    {
        MenuPhone phone = new("8845");
        await phone.Keys("applications", "row:Admin settings", "row:Reset settings", $"row:{row}");
        Assert.Equal([(kind, row)], phone.Resets);
    }

    [Fact]
    public async Task ResetRowWithSoftkeys_AsksFirst()
    {
        MenuPhone phone = new(WithRow("7962", new() { Label = "All", Source = TextSource.Simulator, Kind = MenuKinds.FactoryReset, Softkeys = ["Reset", "", "", "Cancel"] }));
        await phone.Keys("settings", "row:All");
        Assert.Empty(phone.Resets);
        await phone.Keys("soft:Cancel", "row:All", "soft:Reset");
        Assert.Single(phone.Resets);
    }

    [Fact]
    public async Task ResetSecurity_ErasesTheTrustLists()
    {
        MenuPhone phone = new("8845");
        await phone.Keys("applications", "row:Admin settings", "row:Reset settings", "row:Security");
        Assert.Equal(1, phone.Erased);
    }

    [Fact]
    public async Task TrustList_EraseAsksForTheUnlockedPhone()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "row:Security Configuration", "row:Trust List");
        Assert.Equal(PressResult.Locked, phone.Soft("Erase"));
        await phone.Keys("**#", "soft:Erase");
        Assert.Equal(1, phone.Erased);
        phone.ShowsScreen("trust-list-erased");
    }

    [Fact]
    public async Task MoreLabelsThanPlaces_AreTurnedByMore()
    {
        MenuPhone phone = new("7921");
        await phone.Keys("settings", "row:System Configuration", "row:Security", "**#", "row:LSC");
        Assert.Equal(["Submit", "more"], phone.Screen.Softkeys);
        await phone.Keys("soft:more", "soft:more", "soft:Cancel");
        Assert.Equal("Security", phone.Screen.Title);
    }

    [Fact]
    public void PhoneWithoutDisplay_ShowsThatItHasNone()
    {
        MenuPhone phone = new("6901");
        Assert.Equal(PressResult.NoSuchKey, phone.Press(new PhoneKey.Hard("settings")));
        Assert.Equal(phone.Profile.Texts[Texts.NoDisplay].Text + "\n", phone.Text);
    }

    internal static FirmwareProfile WithRow(string profile, MenuNode row)
    {
        FirmwareProfile found = new ProfileStore().Find(profile)!;
        return found with { Menu = found.Menu with { Root = found.Menu.Root with { Children = [row, .. found.Menu.Root.Children] } } };
    }

    internal static FlashContents Configured(int access) => FlashContents.Empty with
    {
        Configuration = new("SEP001122334455.cnf.xml", PhoneConfiguration.Parse(System.Text.Encoding.UTF8.GetBytes($"<device><vendorConfig><settingsAccess>{access}</settingsAccess></vendorConfig></device>"))),
    };

    /// <summary>The places of every row, page by page.</summary>
    private static IEnumerable<int[]> Paths(MenuNode page, int[] path) =>
        page.Children.SelectMany((row, i) => Paths(row, [.. path, i]).Prepend([.. path, i]));

    /// <summary>The digit that opens a row.</summary>
    private static string Number(int row) => $"{row + 1}";

    private static void Down(MenuPhone phone, int rows)
    {
        for (int i = 0; i < rows; i++)
            phone.Navigate(NavigationKey.Down);
    }
}
