using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;

namespace PhoneSim.Phone.Tests.Menu;

public sealed class StatusMessagesPageTests
{
    private static readonly string[] Path = ["settings", "row:Status", "row:Status Messages"];

    [Fact]
    public async Task Messages_NewestFirst_Scroll()
    {
        MenuPhone phone = await Open(12);
        for (int i = 0; i < 11; i++)
            phone.Navigate(NavigationKey.Down);
        phone.ShowsScreen("status-messages-end");
    }

    [Fact]
    public async Task LongMessage_IsWrapped()
    {
        MenuPhone phone = new("7942-sip-manual", FlashContents.Empty with { StatusMessages = [new(DateTimeOffset.UnixEpoch, "File not found SEP001122334455.cnf.xml.enc.sgn"), new(DateTimeOffset.UnixEpoch, "next")] });
        await phone.Keys(Path);
        phone.Navigate(NavigationKey.Down);
        phone.ShowsScreen("status-messages-wrapped");
    }

    [Fact]
    public async Task ControlCharacters_AreMadeHarmless()
    {
        MenuPhone phone = new("7962", FlashContents.Empty with { StatusMessages = [new(DateTimeOffset.UnixEpoch, "a\u001b[31mb")] });
        await phone.Keys(Path);
        Assert.Equal("00:00 a?[31mb", phone.Screen.Rows[0].Label);
    }

    [Fact]
    public async Task Clear_EmptiesTheList()
    {
        MenuPhone phone = await Open(3);
        await phone.Keys("soft:Clear");
        Assert.Empty(phone.Contents.StatusMessages);
        phone.ShowsScreen("status-messages-cleared");
    }

    private static async Task<MenuPhone> Open(int messages)
    {
        DateTimeOffset start = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
        MenuPhone phone = new("7962", FlashContents.Empty with { StatusMessages = [.. Enumerable.Range(1, messages).Select(i => new StatusMessage(start.AddMinutes(i), $"message {i}"))] });
        await phone.Keys(Path);
        return phone;
    }
}
