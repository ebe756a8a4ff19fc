using PhoneSim.Formats;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>The status messages, newest first, scrolling.</summary>
internal sealed class StatusMessagesPage(MenuContext menu, MenuNode node) : MenuPage(menu, node)
{
    private const int LineLimit = 200;

    private int selected;

    private IReadOnlyList<StatusMessage> Messages => Menu.Host.Contents.StatusMessages;

    public override PressResult Navigate(NavigationKey key) => key switch
    {
        NavigationKey.Up => Move(-1),
        NavigationKey.Down => Move(1),
        NavigationKey.Back => Close(),
        _ => PressResult.NothingToDo,
    };

    protected override PressResult Act(SoftkeyAction action) => action switch
    {
        SoftkeyAction.Exit or SoftkeyAction.Cancel => Close(),
        SoftkeyAction.Clear => Clear(),
        _ => PressResult.NothingToDo,
    };

    protected override ScreenSnapshot Draw(ScreenSnapshot frame) => Messages.Count == 0
        ? frame with { Rows = [new(Menu.Text(Texts.NoStatusMessages), "", Openable: false)] }
        : frame with { Rows = [.. Messages.Reverse().Select(Row)], Selected = Math.Min(selected, Messages.Count - 1) };

    private ScreenRow Row(StatusMessage message) =>
        new($"{TimeZoneInfo.ConvertTime(message.Time, Menu.Time.LocalTimeZone):HH:mm} {Printable.Text(message.Text, LineLimit)}", "", Openable: false);

    private PressResult Clear()
    {
        Menu.Host.ClearStatusMessages();
        Menu.Say(Texts.StatusMessagesCleared);
        selected = 0;
        return PressResult.Done;
    }

    private PressResult Move(int by)
    {
        if (selected + by < 0 || selected + by >= Messages.Count)
            return PressResult.NothingToDo;
        selected += by;
        return PressResult.Done;
    }
}
