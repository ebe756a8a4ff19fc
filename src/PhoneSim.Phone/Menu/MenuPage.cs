using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>One screen of the menus. A page answers keys; the menu holds the pages as a stack.</summary>
internal abstract class MenuPage
{
    protected MenuPage(MenuContext menu, MenuNode node)
    {
        (Menu, Node) = (menu, node);
        Softkeys = new(menu.Profile.Menu.SoftkeysOf(node), menu.Profile.Screen.SoftkeyCount, menu.Text(Texts.SoftkeyMore));
    }

    public MenuNode Node { get; }

    /// <summary>What the keypad types here; null: no field is open.</summary>
    public virtual KeypadTable? Keypad => null;

    /// <summary>What it types after the softkey Number or Alpha; null: there is none.</summary>
    public virtual KeypadTable? OtherKeypad => null;

    protected MenuContext Menu { get; }

    protected SoftkeyBar Softkeys { get; }

    public ScreenSnapshot Snapshot() => Draw(new()
    {
        Title = Node.Label,
        Rows = [],
        Softkeys = Softkeys.Labels,
        Locked = Menu.Lock.IsLocked,
        ShowsLock = Menu.Lock.ShowsPadlock,
        Status = Menu.Status,
    });

    public PressResult PressSoftkey(int index) => Softkeys.At(index) switch
    {
        null => PressResult.NoSuchSoftkey,
        SoftkeyAction.More => Softkeys.More() ? PressResult.Done : PressResult.NothingToDo,
        { } action => Act(action),
    };

    public virtual PressResult Navigate(NavigationKey key) => PressResult.NothingToDo;

    /// <param name="symbol"><c>0</c> … <c>9</c>, <c>*</c>, <c>#</c>.</param>
    public virtual PressResult PressDigit(char symbol) => PressResult.NothingToDo;

    /// <summary>A character from a PC keyboard.</summary>
    public virtual PressResult Type(char character) => PressResult.NothingToDo;

    protected virtual PressResult Act(SoftkeyAction action) => PressResult.NothingToDo;

    protected virtual ScreenSnapshot Draw(ScreenSnapshot frame) => frame;

    protected PressResult Close()
    {
        Menu.Close();
        return PressResult.Done;
    }
}
