using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Menu;

public sealed class NetworkConfigurationTests
{
    private static readonly string[] Unlocked = ["settings", "**#", "row:Network Configuration"];

    [Fact]
    public async Task Locked_TheRowsRefuse()
    {
        MenuPhone phone = new("7962");
        Assert.NotNull(await phone.TryKeys("settings", "row:Network Configuration", "row:TFTP Server 1"));
        Assert.Equal(phone.Profile.Texts[Texts.RowLocked].Text, phone.Screen.Status);
    }

    [Fact]
    public async Task AlternateYes_WithoutServer1_IsNotStoredYet()
    {
        MenuPhone phone = await At();
        await phone.Keys("row:Alternate TFTP", "soft:Yes");
        Assert.Empty(phone.SavedServers);
        Assert.Equal(phone.Profile.Texts[Texts.TftpServerNeeded].Text, phone.Screen.Status);
    }

    [Fact]
    public async Task Server1_TypedOnTheKeypad_IsStored()
    {
        MenuPhone phone = await At();
        await phone.Keys("row:Alternate TFTP", "soft:Yes", "row:TFTP Server 1", "192*168*10*5", "soft:Validate");
        Assert.Equal([("192.168.10.5", null)], phone.SavedServers);
        phone.ShowsScreen("network-configuration");
    }

    [Fact]
    public async Task Server1_WhileAlternateIsOff_IsRefused()
    {
        MenuPhone phone = await At();
        Assert.NotNull(await phone.TryKeys("row:TFTP Server 1"));
        Assert.Equal(phone.Profile.Texts[Texts.AlternateTftpOff].Text, phone.Screen.Status);
    }

    [Theory]
    [InlineData("0.0.0.0", Texts.TftpServerNeeded)]
    [InlineData("10.1", Texts.AddressNotValid)]
    [InlineData("300.1.1.1", Texts.AddressNotValid)]
    [InlineData("10.0.0.010", Texts.AddressNotValid)]
    [InlineData("", Texts.AddressNotValid)]
    public async Task Server1_NotValid_IsAnsweredAndStays(string address, string textId)
    {
        MenuPhone phone = await At();
        await phone.Keys("row:Alternate TFTP", "soft:Yes", "row:TFTP Server 1");
        phone.Type(address);
        Assert.Equal(PressResult.Refused, phone.Soft("Validate"));
        Assert.Equal(phone.Profile.Texts[textId].Text, phone.Screen.Status);
        Assert.Equal(address, phone.Screen.Entry?.Text);
    }

    [Fact]
    public async Task AlternateNo_ForgetsTheServers()
    {
        MenuPhone phone = await At(FlashContents.Empty with { Settings = new() { AlternateTftp1 = new("10.0.0.9", 69) } });
        await phone.Keys("row:Alternate TFTP", "soft:No");
        Assert.Equal([(null, null)], phone.SavedServers);
    }

    [Fact]
    public async Task Server_NotInTheTrustList_IsRefused()
    {
        MenuPhone phone = await At(TrustedFlash.NamingAServer);
        await phone.Keys("row:Alternate TFTP", "soft:Yes", "row:TFTP Server 1");
        phone.Type("10.9.9.9");
        Assert.Equal(PressResult.Refused, phone.Soft("Validate"));
        Assert.Equal(phone.Profile.Texts[Texts.TftpServerNotTrusted].Text, phone.Screen.Status);
    }

    [Fact]
    public async Task Server_OfTheTrustList_IsTaken()
    {
        MenuPhone phone = await At(TrustedFlash.NamingAServer);
        await phone.Keys("row:Alternate TFTP", "soft:Yes", "row:TFTP Server 1", "text:192.0.2.1", "soft:Validate");
        Assert.Equal([("192.0.2.1", null)], phone.SavedServers);
    }

    [Fact]
    public async Task SaveSoftkey_StoresOnSaveAndRestarts()
    {
        MenuPhone phone = new(WithSave());
        await phone.Keys(Unlocked);
        await phone.Keys("row:Alternate TFTP", "soft:Yes", "row:TFTP Server 1");
        phone.Type("10.0.0.9");
        await phone.Keys("soft:Validate");
        Assert.Empty(phone.SavedServers);
        await phone.Keys("soft:Save");
        Assert.Equal([("10.0.0.9", null)], phone.SavedServers);
        Assert.Single(phone.Resets);
    }

    [Fact]
    public async Task SaveSoftkey_WithoutServer1_IsRefused()
    {
        MenuPhone phone = new(WithSave());
        await phone.Keys(Unlocked);
        await phone.Keys("row:Alternate TFTP", "soft:Yes");
        Assert.Equal(PressResult.Refused, phone.Soft("Save"));
    }

    private static async Task<MenuPhone> At(FlashContents? contents = null)
    {
        MenuPhone phone = new("7962", contents);
        await phone.Keys(Unlocked);
        return phone;
    }

    private static FirmwareProfile WithSave()
    {
        FirmwareProfile found = new ProfileStore().Find("7962")!;
        MenuNode root = found.Menu.Root;
        MenuNode[] children = [.. root.Children.Select(child => child.Label == "Network Configuration" ? child with { Softkeys = ["Select", "Save", "", "Exit"] } : child)];
        return found with { Menu = found.Menu with { Root = root with { Children = children } } };
    }
}
