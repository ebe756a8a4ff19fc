using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>What the rows of a list show and do, by <see cref="MenuNode.Kind"/>.</summary>
/// <param name="savesAtOnce">The list has no Save softkey: a network setting is stored as soon as it is complete.</param>
internal sealed class RowActions(MenuContext menu, bool savesAtOnce)
{
    public static bool IsOpenable(MenuNode row) => row.Kind is not (MenuKinds.Value or MenuKinds.Text);

    public string ValueOf(MenuNode row) => row.Kind switch
    {
        MenuKinds.AlternateTftp => menu.Text(menu.Network.IsAlternate ? Texts.Yes : Texts.No),
        MenuKinds.TftpServer1 => menu.Network.Server(1),
        MenuKinds.TftpServer2 => menu.Network.Server(2),
        MenuKinds.Lsc => menu.Host.Fact(row.Value ?? "lsc"),
        _ => row.Value is null ? "" : menu.Host.Fact(row.Value),
    };

    public PressResult Open(MenuNode row)
    {
        if (!IsOpenable(row))
            return PressResult.NothingToDo;
        if (!row.NeedsUnlock || !menu.Lock.IsLocked)
            return OpenUnlocked(row);
        if (menu.Lock.Style == UnlockStyle.AdminPassword)
            return Show(PasswordEntry.Page(menu, menu.SignInNode(row), () => OpenUnlocked(row)));
        return RefuseLocked();
    }

    public PressResult EraseTrustLists()
    {
        if (menu.Lock.IsLocked)
            return RefuseLocked();
        menu.Host.EraseTrustLists();
        menu.Say(Texts.ErasingTrustLists);
        return PressResult.Done;
    }

    /// <summary>The Save softkey: the phone restarts with the new servers (shared/spec/phone-ui.md 6.2).</summary>
    public PressResult SaveNetwork(MenuNode page)
    {
        if (!menu.Network.IsDirty)
            return Answer(Texts.NothingToSave, PressResult.NothingToDo);
        if (!menu.Network.IsComplete)
            return Answer(Texts.TftpServerNeeded, PressResult.Refused);
        menu.Network.Save();
        menu.Host.RequestReset(ResetKind.Reset, page.Label);
        return Answer(Texts.SettingsSaved, PressResult.Done);
    }

    private PressResult OpenUnlocked(MenuNode row) => row.Kind switch
    {
        MenuKinds.Menu or MenuKinds.TrustList => Show(new ListPage(menu, row)),
        MenuKinds.Unlock => ToggleLock(row),
        MenuKinds.SetKey => Show(KeyEntry.Page(menu, row)),
        MenuKinds.StatusMessages => Show(new StatusMessagesPage(menu, row)),
        MenuKinds.Lsc => UpdateLsc(row),
        MenuKinds.Restart => Confirmed(row, () => Reset(ResetKind.Restart, row)),
        MenuKinds.Reset => Confirmed(row, () => Reset(ResetKind.Reset, row)),
        MenuKinds.FactoryReset => Confirmed(row, () => Reset(ResetKind.FactoryReset, row)),
        MenuKinds.EraseTrust => Confirmed(row, EraseTrustLists),
        MenuKinds.AlternateTftp => Show(new AlternateTftpPage(menu, row, SetAlternate)),
        MenuKinds.TftpServer1 => OpenServer(row, 1),
        MenuKinds.TftpServer2 => OpenServer(row, 2),
        _ => PressResult.NothingToDo,
    };

    private PressResult UpdateLsc(MenuNode row)
    {
        if (menu.Host.IsUpdatingLsc)
            return Answer(Texts.LscUpdating, PressResult.NothingToDo);
        if (menu.Host.LscNeedsAuthString)
            return Show(AuthStringEntry.Page(menu, row));
        return menu.Host.UpdateLsc(null) ? PressResult.Done : Answer(Texts.AuthStringNotAwaited, PressResult.Refused);
    }

    private PressResult ToggleLock(MenuNode row)
    {
        if (menu.Lock.IsLocked)
            return Show(PasswordEntry.Page(menu, row, () => Answer(Texts.PasswordAccepted, PressResult.Done)));
        menu.Lock.Set(unlocked: false);
        return Answer(Texts.SettingsLocked, PressResult.Done);
    }

    /// <summary>A row with softkeys of its own asks first.</summary>
    private PressResult Confirmed(MenuNode row, Func<PressResult> act) => row.Softkeys.Count > 0 ? Show(new ConfirmPage(menu, row, act)) : act();

    private PressResult Reset(ResetKind kind, MenuNode row)
    {
        menu.Host.RequestReset(kind, row.Label);
        return Answer(Texts.Resetting, PressResult.Done);
    }

    private PressResult SetAlternate(bool alternate)
    {
        menu.Network.SetAlternate(alternate);
        return menu.Network.IsComplete ? Changed() : Answer(Texts.TftpServerNeeded, PressResult.Done);
    }

    private PressResult OpenServer(MenuNode row, int number) =>
        menu.Network.IsAlternate ? Show(TftpServerEntry.Page(menu, row, number, Changed)) : Answer(Texts.AlternateTftpOff, PressResult.Refused);

    private PressResult Changed()
    {
        if (savesAtOnce && menu.Network.IsComplete)
            menu.Network.Save();
        return PressResult.Done;
    }

    private PressResult RefuseLocked() => Answer(Texts.RowLocked, PressResult.Locked);

    private PressResult Show(MenuPage page)
    {
        menu.Open(page);
        return PressResult.Done;
    }

    private PressResult Answer(string textId, PressResult result)
    {
        menu.Say(textId);
        return result;
    }
}
