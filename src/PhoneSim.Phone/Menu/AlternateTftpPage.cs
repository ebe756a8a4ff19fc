using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>Whether the servers typed here are used: Yes or No.</summary>
internal sealed class AlternateTftpPage(MenuContext menu, MenuNode node, Func<bool, PressResult> choose)
    : MenuPage(menu, node)
{
    public override PressResult Navigate(NavigationKey key) => key == NavigationKey.Back ? Close() : PressResult.NothingToDo;

    protected override PressResult Act(SoftkeyAction action) => action switch
    {
        SoftkeyAction.Yes => Choose(true),
        SoftkeyAction.No => Choose(false),
        SoftkeyAction.Exit or SoftkeyAction.Cancel => Close(),
        _ => PressResult.NothingToDo,
    };

    protected override ScreenSnapshot Draw(ScreenSnapshot frame) => frame with
    {
        Rows = [new(Node.Prompt?.Text ?? Node.Label, Menu.Text(Menu.Network.IsAlternate ? Texts.Yes : Texts.No), Openable: false)],
    };

    private PressResult Choose(bool alternate)
    {
        Close();
        return choose(alternate);
    }
}
