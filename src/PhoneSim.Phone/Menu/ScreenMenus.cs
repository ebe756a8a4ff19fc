using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>The idle screen and the menu tree of a phone with a display.</summary>
internal sealed class ScreenMenus(MenuContext menu) : IKeyMode
{
    private readonly StarSequence stars = new(menu.Time);

    public KeypadTable? Keypad => menu.Top?.Keypad;

    public KeypadTable? OtherKeypad => menu.Top?.OtherKeypad;

    public ScreenSnapshot Snapshot() => menu.Top?.Snapshot() ?? IdleScreen.Draw(menu);

    public PressResult Press(PhoneKey key)
    {
        menu.Hush();
        if (key is not PhoneKey.Digit)
            stars.Break();
        return key switch
        {
            PhoneKey.Hard(var name) => PressHard(name),
            PhoneKey.Digit(var symbol) => PressDigit(symbol),
            PhoneKey.Softkey(var index) => menu.Top?.PressSoftkey(index) ?? PressIdleSoftkey(index),
            PhoneKey.Navigation(var direction) => Navigate(direction),
            PhoneKey.Typed(var character) => menu.Top?.Type(character) ?? PressResult.NothingToDo,
            _ => PressResult.NoSuchKey,
        };
    }

    public void Leave()
    {
        menu.Hush();
        menu.CloseAll(all: true);
    }

    private PressResult PressHard(string name)
    {
        if (name == menu.Profile.Menu.OpenKey)
            return OpenTree();
        return menu.Profile.Screen.HardKeys.Contains(name) ? PressResult.NothingToDo : PressResult.NoSuchKey;
    }

    private PressResult PressIdleSoftkey(int index)
    {
        string label = menu.Profile.Menu.SoftkeysOf(MenuKinds.Idle).ElementAtOrDefault(index) ?? "";
        return label.Length == 0 ? PressResult.NoSuchSoftkey : menu.Profile.Menu.OpenKey == KeyNames.Softkey + label ? OpenTree() : PressResult.NothingToDo;
    }

    private PressResult Navigate(NavigationKey direction)
    {
        if (!menu.Profile.Screen.Navigation.Contains(direction))
            return PressResult.NoSuchKey;
        return menu.Top?.Navigate(direction) ?? (KeyNames.Of(direction) == menu.Profile.Menu.OpenKey ? OpenTree() : PressResult.NothingToDo);
    }

    private PressResult OpenTree()
    {
        menu.CloseAll(all: menu.Top is null);
        if (menu.Top is not null)
            return PressResult.Done;
        MenuNode root = MenuAccessFilter.Apply(menu.Profile.Menu.Root, menu.Host.Contents);
        if (root.Children.Count == 0)
            return menu.Answer(Texts.SettingsDisabled, PressResult.Refused);
        menu.Open(new ListPage(menu, root));
        return PressResult.Done;
    }

    private PressResult PressDigit(char symbol)
    {
        if (menu.Top is not { } page)
            return PressResult.NothingToDo;
        if (page.Keypad is not null)
            return page.PressDigit(symbol);
        StarCommand command = stars.Take(symbol);
        return command switch
        {
            StarCommand.None => symbol is '*' or '#' ? PressResult.NothingToDo : page.PressDigit(symbol),
            StarCommand.Toggle => Toggle(),
            StarCommand.Reset when menu.Profile.Menu.ResetsByStarPound => menu.Reset("**#**"),
            _ => PressResult.Done,
        };
    }

    private PressResult Toggle()
    {
        if (menu.Lock.Style != UnlockStyle.StarStarPound)
            return PressResult.NothingToDo;
        if (!menu.Lock.IsLocked || !menu.Lock.HasPassword)
            return SetLock(unlocked: menu.Lock.IsLocked);
        menu.Open(PasswordEntry.Page(menu, MenuContext.SignInNode(menu.Top!.Node), () => SetLock(unlocked: true)));
        return PressResult.Done;
    }

    private PressResult SetLock(bool unlocked)
    {
        menu.Lock.Set(unlocked);
        return menu.Answer(unlocked ? Texts.SettingsUnlocked : Texts.SettingsLocked, PressResult.Done);
    }
}
