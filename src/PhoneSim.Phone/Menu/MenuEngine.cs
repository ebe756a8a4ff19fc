using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>A phone's screen: the idle screen and the menu tree of its profile. Belongs to the phone's loop; a press is done when <see cref="Press"/> returns.</summary>
public sealed class MenuEngine
{
    private readonly MenuContext menu;
    private readonly StarSequence stars;
    private readonly IPressObserver? watcher;

    /// <param name="watcher">Sees every press with what it changed; null: nobody.</param>
    public MenuEngine(FirmwareProfile profile, TimeProvider time, IMenuHost host, IPressObserver? watcher = null)
    {
        this.watcher = watcher;
        menu = new(profile, time, host);
        stars = new(time);
    }

    /// <summary>What the twelve keys type into the field that is open; null: no field is open.</summary>
    public KeypadTable? Keypad => menu.Top?.Keypad;

    public ScreenSnapshot Snapshot() => menu.Top?.Snapshot() ?? IdleScreen.Draw(menu);

    public PressResult Press(PhoneKey key)
    {
        if (watcher is null)
            return Act(key);
        ScreenSnapshot before = Snapshot();
        PressResult result = Act(key);
        watcher.OnPress(new(key, result, before, Snapshot()));
        return result;
    }

    private PressResult Act(PhoneKey key)
    {
        menu.Hush();
        if (key is not PhoneKey.Digit)
            stars.Break();
        return key switch
        {
            PhoneKey.Hard(var name) => PressHard(name),
            PhoneKey.Digit(var symbol) => PressDigit(symbol),
            PhoneKey.Softkey(var index) => menu.Top?.PressSoftkey(index) ?? PressResult.NoSuchSoftkey,
            PhoneKey.Navigation(var direction) => Navigate(direction),
            PhoneKey.Typed(var character) => menu.Top?.Type(character) ?? PressResult.NothingToDo,
            _ => PressResult.NoSuchKey,
        };
    }

    /// <summary>What a reset does to the screen; anything typed and not stored is gone.</summary>
    public void ShowIdle()
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

    private PressResult Navigate(NavigationKey direction) =>
        !menu.Profile.Screen.Navigation.Contains(direction) ? PressResult.NoSuchKey : menu.Top?.Navigate(direction) ?? PressResult.NothingToDo;

    private PressResult OpenTree()
    {
        menu.CloseAll(all: menu.Top is null);
        if (menu.Top is not null)
            return PressResult.Done;
        MenuNode root = MenuAccessFilter.Apply(menu.Profile.Menu.Root, menu.Host.Contents);
        if (root.Children.Count == 0)
        {
            menu.Say(menu.Profile.Screen.Columns == 0 ? Texts.NoDisplay : Texts.SettingsDisabled);
            return PressResult.Refused;
        }

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
            StarCommand.Reset when menu.Profile.Menu.ResetsByStarPound => Reset(),
            _ => PressResult.Done,
        };
    }

    private PressResult Toggle()
    {
        if (menu.Lock.Style != UnlockStyle.StarStarPound)
            return PressResult.NothingToDo;
        if (!menu.Lock.IsLocked || !menu.Lock.HasPassword)
            return SetLock(unlocked: menu.Lock.IsLocked);
        menu.Open(PasswordEntry.Page(menu, menu.SignInNode(menu.Top!.Node), () => SetLock(unlocked: true)));
        return PressResult.Done;
    }

    private PressResult SetLock(bool unlocked)
    {
        menu.Lock.Set(unlocked);
        menu.Say(unlocked ? Texts.SettingsUnlocked : Texts.SettingsLocked);
        return PressResult.Done;
    }

    private PressResult Reset()
    {
        menu.Host.RequestReset(ResetKind.Reset, "**#**");
        menu.Say(Texts.Resetting);
        return PressResult.Done;
    }
}
