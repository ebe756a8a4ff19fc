using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Menu;

/// <summary>A key held at power-on and the sequences that follow (shared/spec/phone-ui.md 7).</summary>
public sealed class PowerOnTests
{
    private const string FactoryReset = "123456789*0#";
    private const string Format = "3491672850*#";

    [Theory]
    [InlineData("7962", FactoryReset)]
    [InlineData("7962", Format)]
    [InlineData("7962", "112233456789*00#")]
    [InlineData("8845", FactoryReset)]
    [InlineData("6901", FactoryReset)]
    [InlineData("7832", FactoryReset)]
    public async Task Sequence_ForgetsAllButTheMic_ThenStarts(string profile, string digits)
    {
        MenuPhone phone = Used(profile);
        await phone.Keys("poweron:#");
        Assert.True(phone.IsOff);
        phone.Digits(digits);
        Assert.Null(phone.Contents.SymmetricKey);
        Assert.NotNull(phone.Contents.Mic);
        Assert.Empty(phone.Resets);
        phone.Pause(TimeSpan.FromSeconds(3));
        Assert.Equal([(ResetKind.Reset, "factory reset at power-on")], phone.Resets);
    }

    [Theory]
    [InlineData("7962", "124")]
    [InlineData("7962", "0")]
    [InlineData("8845", Format)]
    public async Task WrongDigit_StartsThePhoneAsAlways(string profile, string digits)
    {
        MenuPhone phone = Used(profile);
        await phone.Keys("poweron:#");
        phone.Digits(digits);
        Assert.Contains((ResetKind.Reset, "power-on"), phone.Resets);
        Assert.NotNull(phone.Contents.SymmetricKey);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public async Task Silence_OfAMinute_StartsThePhoneAsAlways(int seconds, bool starts)
    {
        MenuPhone phone = Used("7962");
        await phone.Keys("poweron:#", "1", "2");
        phone.Pause(TimeSpan.FromSeconds(seconds));
        Assert.Equal(starts, phone.Resets.Count == 1);
        Assert.NotNull(phone.Contents.SymmetricKey);
    }

    [Fact]
    public async Task WrongDigit_OnA9971_BeginsAgain()
    {
        MenuPhone phone = Used("9971");
        await phone.Keys("poweron:#");
        phone.Digits("129" + FactoryReset);
        Assert.Null(phone.Contents.SymmetricKey);
    }

    [Theory]
    [InlineData("1", "10.0.0.9")]
    [InlineData("2", null)]
    public async Task NetworkQuestion_OfA7960_KeepsTheServersOrNot(string answer, string? kept)
    {
        MenuPhone phone = Used("7960-sip-manual");
        await phone.Keys("poweron:#", FactoryReset);
        Assert.NotNull(phone.Contents.SymmetricKey);
        await phone.Keys(answer);
        Assert.Null(phone.Contents.SymmetricKey);
        Assert.Equal(kept, phone.Contents.Settings.AlternateTftp1?.Host);
    }

    /// <summary>Third-party text: only a configuration file clears it.</summary>
    [Fact]
    public async Task PasswordOfA7960_SurvivesTheFactoryReset()
    {
        MenuPhone phone = Used("7960-sip-manual");
        await phone.Keys("poweron:#", FactoryReset, "2");
        Assert.Equal("24680", phone.Contents.Settings.Password?.Reveal());
    }

    [Fact]
    public async Task KeyWithoutSequences_IsAPowerOnLikeAnother()
    {
        MenuPhone phone = Used("7962");
        await phone.Keys("poweron:*");
        Assert.Equal([(ResetKind.Reset, "power-on")], phone.Resets);
        Assert.False(phone.IsOff);
    }

    [Theory]
    [InlineData("7960-sip-manual")]
    [InlineData("7962")]
    [InlineData("7970")]
    [InlineData("7821")]
    [InlineData("8845")]
    [InlineData("9971")]
    [InlineData("8821")]
    [InlineData("8832")]
    [InlineData("6901")]
    public async Task Lamps_GoWithTheKeys(string profile)
    {
        MenuPhone phone = Used(profile);
        string story = await After(phone, "poweron:#") + await After(phone, "123") + await After(phone, FactoryReset[3..]);
        if (phone.Profile.PowerOn.Sequences[0].AsksNetwork)
            story += await After(phone, "2");
        Assert.Null(Golden.Difference($"power-on-{profile}", story));
    }

    [Fact]
    public async Task StarSixAndSettingsTogether_ResetA7960()
    {
        MenuPhone phone = Used("7960-sip-manual");
        await phone.Keys("*+6+settings");
        Assert.Equal([(ResetKind.Reset, "*+6+settings")], phone.Resets);
    }

    private static async Task<string> After(MenuPhone phone, string keys)
    {
        await phone.Keys(keys);
        return $"{keys}\n{phone.Text}lamps: {string.Join(", ", phone.Screen.Lamps)}\n\n";
    }

    private static MenuPhone Used(string profile) => new(profile, FlashContents.Empty with
    {
        SymmetricKey = SymmetricKey.FromHex(new string('5', 32), 128),
        Mic = Boot.TestPhone.Certificate("phone-mic"),
        Settings = new() { Password = new Secret("24680"), AlternateTftp1 = new("10.0.0.9", 69) },
    });
}
