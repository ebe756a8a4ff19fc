using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>Asks before something is reset or erased.</summary>
internal sealed class ConfirmPage(MenuContext menu, MenuNode node, Func<PressResult> act) : MenuPage(menu, node)
{
    public override PressResult Navigate(NavigationKey key) => key switch
    {
        NavigationKey.Select => Confirm(),
        NavigationKey.Back => Close(),
        _ => PressResult.NothingToDo,
    };

    protected override PressResult Act(SoftkeyAction action) => action switch
    {
        SoftkeyAction.Exit or SoftkeyAction.Cancel => Close(),
        SoftkeyAction.Reset or SoftkeyAction.Accept or SoftkeyAction.Select or SoftkeyAction.Erase => Confirm(),
        _ => PressResult.NothingToDo,
    };

    protected override ScreenSnapshot Draw(ScreenSnapshot frame) => frame with { Rows = [new(Node.Prompt?.Text ?? Node.Label, "", Openable: false)] };

    private PressResult Confirm()
    {
        Close();
        return act();
    }
}
