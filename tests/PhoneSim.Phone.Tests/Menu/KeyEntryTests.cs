using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Menu;

public sealed class KeyEntryTests
{
    private const string Key128 = "22AB33DE0123456789ABCDEF00112233";

    private static readonly string[] ToField = ["settings", "row:Unlock Phone", "text:cisco", "soft:Accept", "row:Security Configuration", "row:Set Cfg Encrypt Key"];

    [Theory]
    [InlineData("7942-sip-manual", HexEntryStyle.DigitFirst)]
    [InlineData("7942-sip-manual", HexEntryStyle.LettersFirst)]
    [InlineData("7942-sip-manual", HexEntryStyle.PickList)]
    [InlineData("7912-sip-rc4", HexEntryStyle.NumberAlpha)]
    public async Task SeedProcedure_TypedAsAPersonWould_StoresTheKey(string profile, HexEntryStyle style)
    {
        MenuPhone phone = await AtField(profile, style);
        string key = string.Concat(Enumerable.Repeat(Key128, phone.Profile.Encryption.KeyBits / 128));
        await phone.Keys("hex:" + key, "soft:Accept");
        Assert.Equal(key, phone.Contents.SymmetricKey?.RevealHex());
        Assert.Equal("Security Configuration", phone.Screen.Title);
        Assert.Equal(phone.Profile.Texts[Texts.KeyAccepted].Text, phone.Screen.Status);
    }

    [Theory]
    [InlineData("6921-rc4")]
    [InlineData("7800-sip-rc4")]
    public async Task SeedProcedure_On256BitProfile_Takes64Digits(string profile)
    {
        MenuPhone phone = await AtField(profile);
        await phone.Keys("hex:" + Key128 + Key128, "soft:Accept");
        Assert.Equal(256, phone.Contents.SymmetricKey?.Bits);
    }

    [Fact]
    public async Task Accept_StoresBeforeThePressReturns()
    {
        MenuPhone phone = await AtField();
        phone.Type(Key128);
        Assert.Null(phone.Contents.SymmetricKey);
        phone.Soft("Accept");
        Assert.NotNull(phone.Contents.SymmetricKey);
        Assert.Empty(phone.Resets);
    }

    [Theory]
    [InlineData("7942-sip-manual", 32)]
    [InlineData("6921-rc4", 32)]
    [InlineData("6921-rc4", 64)]
    public async Task Zeros_ClearTheKey(string profile, int zeros)
    {
        MenuPhone phone = await AtField(profile, stored: true);
        await phone.Keys("hex:" + new string('0', zeros), "soft:Accept");
        Assert.Null(phone.Contents.SymmetricKey);
        Assert.Equal(phone.Profile.Texts[Texts.KeyCleared].Text, phone.Screen.Status);
    }

    [Theory]
    [InlineData("7942-sip-manual", 0)]
    [InlineData("7942-sip-manual", 31)]
    [InlineData("7942-sip-manual", 33)]
    [InlineData("6921-rc4", 33)]
    [InlineData("6921-rc4", 63)]
    [InlineData("6921-rc4", 65)]
    public async Task WrongLength_IsAnsweredAndStaysInTheField(string profile, int digits)
    {
        MenuPhone phone = await AtField(profile, stored: true);
        string typed = new('7', digits);
        phone.Type(typed + "7");
        phone.Soft("<<");
        Assert.Equal(PressResult.Refused, phone.Soft("Accept"));
        Assert.Equal(typed, phone.Screen.Entry?.Text);
        Assert.Contains($"{phone.Profile.Encryption.KeyBits / 4}", phone.Screen.Status, StringComparison.Ordinal);
        Assert.NotNull(phone.Contents.SymmetricKey);
    }

    [Theory]
    [InlineData('*')]
    [InlineData('#')]
    public async Task StarAndPound_AreRefusedInTheField(char symbol)
    {
        MenuPhone phone = await AtField();
        phone.Type("A");
        Assert.Equal(PressResult.Refused, phone.Press(new PhoneKey.Digit(symbol)));
        Assert.Equal("A", phone.Screen.Entry?.Text);
        Assert.Equal(phone.Profile.Texts[Texts.KeyNotHex].Text, phone.Screen.Status);
    }

    [Fact]
    public async Task StarPoundSequence_InTheField_DoesNotReset()
    {
        MenuPhone phone = await AtField();
        phone.Digits("**#**");
        Assert.Empty(phone.Resets);
    }

    [Fact]
    public async Task PcKeyboard_TakesHexOfEitherCase_AndNothingElse()
    {
        MenuPhone phone = await AtField();
        phone.Type("aBf09");
        Assert.All("gG -xO", c => Assert.Equal(PressResult.Refused, phone.Type(c.ToString())));
        Assert.Equal("ABF09", phone.Screen.Entry?.Text);
    }

    [Theory]
    [InlineData("Cancel")]
    [InlineData("settings")]
    public async Task LeavingOtherwise_StoresNothing(string way)
    {
        MenuPhone phone = await AtField();
        phone.Type(Key128);
        await phone.Keys(way == "Cancel" ? "soft:Cancel" : way);
        Assert.Null(phone.Contents.SymmetricKey);
        Assert.Null(phone.Screen.Entry);
    }

    [Fact]
    public async Task StoredKey_IsNeverShownAgain()
    {
        MenuPhone phone = await AtField(stored: true);
        Assert.Equal("", phone.Screen.Entry?.Text);
    }

    [Fact]
    public async Task LockedPhone_RefusesTheRowWithAText()
    {
        MenuPhone phone = new("7942-sip-manual");
        string? problem = await phone.TryKeys("settings", "row:Security Configuration", "row:Set Cfg Encrypt Key");
        Assert.Contains(phone.Profile.Texts[Texts.RowLocked].Text, problem, StringComparison.Ordinal);
        Assert.Null(phone.Screen.Entry);
    }

    [Fact]
    public async Task Cursor_MovesAndInsertsInTheMiddle()
    {
        MenuPhone phone = await AtField();
        phone.Type("1245");
        phone.Navigate(NavigationKey.Left);
        phone.Navigate(NavigationKey.Left);
        phone.Digits("3");
        Assert.Equal(("12345", 3), (phone.Screen.Entry!.Text, phone.Screen.Entry.Cursor));
        phone.Soft("<<");
        Assert.Equal("1245", phone.Screen.Entry.Text);
    }

    [Fact]
    public async Task Field_TypedHalf_LooksLikeThis()
    {
        MenuPhone phone = await AtField();
        phone.Digits("0199");
        phone.Digits("22");
        phone.ShowsScreen("set-key-pending");
    }

    [Fact]
    public async Task NumberAlpha_SwitchesWhatTheKeysType()
    {
        MenuPhone phone = await AtField("7912-sip-rc4");
        phone.Digits("22");
        Assert.Equal("Alpha", phone.Screen.Softkeys[2]);
        phone.Soft("Alpha");
        phone.Digits("22");
        Assert.Equal(("22B", "Number"), (phone.Screen.Entry!.Text, phone.Screen.Softkeys[2]));
    }

    /// <summary>A lesson on a phone of the public-key row: the prompt is there, the key is stored and has no use.</summary>
    [Fact]
    public async Task TeachingProfile_HasTheKeyPrompt()
    {
        using TestSupport.TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("8845-teaching.json"), """{ "extends": "8845", "menu": { "teaching": true } }""");
        MenuPhone phone = new(new ProfileStore(folder.Path).Find("8845-teaching")!);
        await phone.Keys("applications", "row:Admin settings", "row:Security setup", "row:Set Cfg Encrypt Key", "hex:" + Key128, "soft:Apply");
        Assert.Equal(Key128, phone.Contents.SymmetricKey?.RevealHex());
    }

    [Fact]
    public async Task UpAndDown_OnAn8831_GoToTheEnds()
    {
        MenuPhone phone = new("8831", FlashContents.Empty with { Settings = new() { Password = new("24680") } });
        await phone.Keys("soft:Apps", "row:Admin Settings", "text:460", "up", "2", "down", "8");
        await phone.Keys("left", "soft:<<");
        Assert.Equal(("****", 3), (phone.Screen.Entry!.Text, phone.Screen.Entry.Cursor));
    }

    internal static async Task<MenuPhone> AtField(string profile = "7942-sip-manual", HexEntryStyle? style = null, bool stored = false)
    {
        FirmwareProfile found = new ProfileStore().Find(profile)!;
        FirmwareProfile typed = style is { } other ? found with { Menu = found.Menu with { HexEntry = other } } : found;
        SymmetricKey? key = stored ? SymmetricKey.FromHex(new string('5', found.Encryption.KeyBits / 4), found.Encryption.KeyBits) : null;
        MenuPhone phone = new(typed, FlashContents.Empty with { SymmetricKey = key });
        await phone.Keys(ToField);
        return phone;
    }
}
