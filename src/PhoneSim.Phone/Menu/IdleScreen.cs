using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>What a phone shows while nothing is open: the clock, its line and what it is doing.</summary>
internal static class IdleScreen
{
    public static ScreenSnapshot Draw(MenuContext menu) => new()
    {
        Title = $"{menu.Time.GetLocalNow():HH:mm dd/MM/yy}",
        Rows = [new(menu.Host.Fact("device-name"), menu.Host.Fact("line-1"), Openable: false), new(menu.Host.Fact("phone-state"), "", Openable: false)],
        Softkeys = new SoftkeyBar(menu.Profile.Menu.SoftkeysOf(MenuKinds.Idle), menu.Profile.Screen.SoftkeyCount, "").Labels,
        Locked = menu.Lock.IsLocked,
        Status = menu.Status,
    };
}
