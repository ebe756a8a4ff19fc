using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>Asks what becomes of the trust lists once a TFTP server is saved that they do not name (8821).</summary>
internal sealed class TrustQuestionPage(MenuContext menu, MenuNode node) : MenuPage(menu, node)
{
    public static MenuNode NodeOf(MenuContext menu) => new() { Label = menu.Text(Texts.TrustQuestion), Source = TextSource.Documented, Kind = MenuKinds.TrustQuestion };

    protected override PressResult Act(SoftkeyAction action) => action switch
    {
        SoftkeyAction.Erase => Erase(),
        SoftkeyAction.Continue => Close(),
        _ => PressResult.NothingToDo,
    };

    protected override ScreenSnapshot Draw(ScreenSnapshot frame) => frame with { Rows = [new(Menu.Text(Texts.TrustInstalled), "", Openable: false)] };

    private PressResult Erase()
    {
        Menu.Host.EraseTrustLists(ctl: true, itl: true);
        Menu.Say(Texts.ErasingTrustLists);
        return Close();
    }
}
