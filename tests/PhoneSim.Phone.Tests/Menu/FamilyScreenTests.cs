using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Menu;

/// <summary>Each family's way to its security menu, its LSC and its trust list, as stored pictures: the whole walk is one file.</summary>
public sealed class FamilyScreenTests
{
    private const string To79 = "settings|row:Security Configuration|**#";
    private const string ToAdmin = "applications|row:Admin settings|row:Security setup";
    private const string ToAdministrator = "applications|row:Administrator Settings|row:Security Setup";
    private const string To69 = "applications|row:Admin Settings|row:Security Setup";

    [Theory]
    [InlineData("7942-sip-manual", "settings|row:Unlock Phone|text:cisco|soft:Accept|row:Security Configuration|row:LSC", "ctl-file")]
    [InlineData("7960-sip-manual", "settings|row:Unlock Phone|text:cisco|soft:Accept|row:Security Configuration|row:LSC", "7960")]
    [InlineData("7941", To79 + "|row:LSC", "79xx")]
    [InlineData("7965", To79 + "|row:Trust List|row:ITL File", "trust")]
    [InlineData("7975", To79 + "|row:802.1X Authentication|row:EAP-MD5", "dot1x")]
    [InlineData("7911", "applications|row:Security Configuration|**#|row:LSC", "small")]
    [InlineData("7931", "applications|row:Security Configuration|**#|row:LSC", "7931")]
    [InlineData("6921", To69 + "|row:LSC", "69xx")]
    [InlineData("6945", To69 + "|row:Trust List|row:CTL File", "69xx-trust")]
    [InlineData("7811", ToAdmin + "|row:LSC", "7811")]
    [InlineData("7861", ToAdmin + "|row:Trust list|row:CTL File", "78xx-trust")]
    [InlineData("8845", ToAdmin + "|row:LSC", "88xx")]
    [InlineData("8811", ToAdmin + "|row:Trust list|row:ITL File", "88xx-trust")]
    [InlineData("8945", ToAdministrator + "|row:LSC", "894x")]
    [InlineData("9971", ToAdministrator + "|row:LSC", "99xx")]
    [InlineData("7925", "settings|row:System Configuration|row:Security|**#|row:LSC", "792x")]
    [InlineData("8821", "left|left|row:Admin settings|row:Security setup|row:LSC", "8821")]
    [InlineData("8831", "soft:Apps|row:Admin Settings|row:Security Setup|row:LSC", "8831")]
    [InlineData("8832", "soft:Settings|row:Admin Settings|row:Security Setup|row:LSC", "8832")]
    public async Task Walk_ThroughTheSecurityMenu_LooksLikeThis(string profile, string keys, string name)
    {
        MenuPhone phone = new(profile, Provisioned);
        string walk = "";
        foreach (string key in keys.Split('|'))
        {
            await phone.Keys(key);
            walk += $"{key}\n{phone.Text}\n";
        }

        Assert.Null(Golden.Difference($"walk-{profile}-{name}", walk));
    }

    [Theory]
    [InlineData("7942-sip-manual", HexEntryStyle.DigitFirst)]
    [InlineData("7942-sip-manual", HexEntryStyle.LettersFirst)]
    [InlineData("7942-sip-manual", HexEntryStyle.PickList)]
    [InlineData("7912-sip-rc4", HexEntryStyle.NumberAlpha)]
    public async Task KeyPrompt_InEachStyle_LooksLikeThis(string profile, HexEntryStyle style)
    {
        MenuPhone phone = await KeyEntryTests.AtField(profile, style);
        await phone.Keys("hex:A3F0", "2");
        phone.ShowsScreen($"key-prompt-{Fields(style)}");
    }

    [Theory]
    [InlineData("6921-rc4")]
    [InlineData("7800-sip-rc4")]
    [InlineData("7940-sip-manual")]
    public async Task KeyPrompt_WithAWholeKey_ShowsAllOfIt(string profile)
    {
        MenuPhone phone = await KeyEntryTests.AtField(profile);
        phone.Type(string.Concat(Enumerable.Repeat("1234567890ABCDEF", phone.Profile.Encryption.KeyBits / 64)));
        phone.ShowsScreen($"key-prompt-whole-{profile}");
    }

    [Theory]
    [InlineData("7942-sip-manual", "settings", 0)]
    [InlineData("7942-sip-manual", "settings", 2)]
    [InlineData("8845", "applications", 0)]
    [InlineData("8845", "applications", 2)]
    public async Task SettingsAccess_LeavesThesePages(string profile, string key, int access)
    {
        MenuPhone phone = new(profile, MenuTreeTests.Configured(access));
        await phone.Keys(key);
        phone.ShowsScreen($"settings-access-{profile}-{access}");
    }

    [Fact]
    public async Task Padlock_OpensAndCloses()
    {
        MenuPhone phone = new("7962");
        await phone.Keys("settings", "row:Network Configuration");
        phone.ShowsScreen("padlock-closed");
        await phone.Keys("**#");
        phone.ShowsScreen("padlock-open");
    }

    private static FlashContents Provisioned => TrustedFlash.Contents with { Mic = Boot.TestPhone.Certificate("phone-mic") };

    private static string Fields(HexEntryStyle style) => PhoneSim.Phone.Documents.Fields.Written(style.ToString());
}
