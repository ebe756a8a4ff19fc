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
        MenuKinds.TftpServer1 => Server(1),
        MenuKinds.TftpServer2 => Server(2),
        MenuKinds.Lsc => menu.Host.Fact(row.Value ?? "lsc"),
        _ => row.Value is null ? "" : menu.Host.Fact(row.Value),
    };

    /// <summary>The servers that DHCP gave, until others are typed.</summary>
    private string Server(int number) => menu.Network.IsAlternate ? menu.Network.Server(number) : menu.Host.Fact($"tftp-server-{number}");

    public PressResult Open(MenuNode row)
    {
        if (!IsOpenable(row))
            return menu.Answer(row.Kind == MenuKinds.Text ? Texts.RowNotSimulated : Texts.RowOnlyShown, PressResult.NothingToDo);
        if (!row.NeedsUnlock || !menu.Lock.IsLocked)
            return OpenUnlocked(row);
        if (menu.Lock.Style == UnlockStyle.AdminPassword)
            return Show(PasswordEntry.Page(menu, MenuContext.SignInNode(row), () => OpenUnlocked(row)));
        return RefuseLocked();
    }

    /// <param name="row">Says what goes; names it nothing, both lists do.</param>
    public PressResult EraseTrustLists(MenuNode row)
    {
        if (menu.Lock.IsLocked)
            return RefuseLocked();
        menu.Host.EraseTrustLists(Clears(row, ClearedItem.Ctl), Clears(row, ClearedItem.Itl));
        return menu.Answer(Texts.ErasingTrustLists, PressResult.Done);
    }

    /// <summary>The Save softkey: the phone restarts with the new servers (shared/spec/phone-ui.md 6.2).</summary>
    public PressResult SaveNetwork(MenuNode page)
    {
        if (!menu.Network.IsDirty)
            return menu.Answer(Texts.NothingToSave, PressResult.NothingToDo);
        if (!menu.Network.IsComplete)
            return menu.Answer(Texts.TftpServerNeeded, PressResult.Refused);
        menu.Network.Save();
        menu.Host.RequestReset(ResetKind.Reset, page.Label);
        return menu.Answer(Texts.SettingsSaved, PressResult.Done);
    }

    private PressResult OpenUnlocked(MenuNode row) => row.Kind switch
    {
        MenuKinds.Menu or MenuKinds.TrustList or MenuKinds.TrustFile => Show(new ListPage(menu, row)),
        MenuKinds.Unlock => ToggleLock(row),
        MenuKinds.SetKey => Show(KeyEntry.Page(menu, row)),
        MenuKinds.StatusMessages => Show(new StatusMessagesPage(menu, row)),
        MenuKinds.Lsc => UpdateLsc(row),
        MenuKinds.Restart => Confirmed(row, () => menu.Reset(row.Label, ResetKind.Restart)),
        MenuKinds.Reset => Confirmed(row, () => Reset(row)),
        MenuKinds.FactoryReset => Confirmed(row, () => menu.Reset(row.Label, ResetKind.FactoryReset)),
        MenuKinds.EraseTrust => Confirmed(row, () => EraseTrustLists(row)),
        MenuKinds.AlternateTftp => Show(new AlternateTftpPage(menu, row, SetAlternate)),
        MenuKinds.TftpServer1 => OpenServer(row, 1),
        MenuKinds.TftpServer2 => OpenServer(row, 2),
        _ => PressResult.NothingToDo,
    };

    private PressResult UpdateLsc(MenuNode row)
    {
        if (menu.Host.IsUpdatingLsc)
            return menu.Answer(Texts.LscUpdating, PressResult.NothingToDo);
        if (menu.Host.LscNeedsAuthString)
            return Show(AuthStringEntry.Page(menu, row));
        return menu.Host.UpdateLsc(null) ? PressResult.Done : menu.Answer(Texts.AuthStringNotAwaited, PressResult.Refused);
    }

    private PressResult ToggleLock(MenuNode row)
    {
        if (menu.Lock.IsLocked)
            return Show(PasswordEntry.Page(menu, row, () => menu.Answer(Texts.PasswordAccepted, PressResult.Done)));
        menu.Lock.Set(unlocked: false);
        return menu.Answer(Texts.SettingsLocked, PressResult.Done);
    }

    /// <summary>A row with softkeys of its own asks first.</summary>
    private PressResult Confirmed(MenuNode row, Func<PressResult> act) => row.Softkeys.Count > 0 ? Show(new ConfirmPage(menu, row, act)) : act();

    private PressResult Reset(MenuNode row)
    {
        if (row.Clears.Contains(ClearedItem.Network))
            menu.Host.SetAlternateTftp(null, null);
        return menu.Reset(row.Label);
    }

    private static bool Clears(MenuNode row, ClearedItem item) => row.Clears.Count == 0 || row.Clears.Contains(item);

    private PressResult SetAlternate(bool alternate)
    {
        menu.Network.SetAlternate(alternate);
        return menu.Network.IsComplete ? Changed() : menu.Answer(Texts.TftpServerNeeded, PressResult.Done);
    }

    private PressResult OpenServer(MenuNode row, int number) =>
        menu.Network.IsAlternate ? Show(TftpServerEntry.Page(menu, row, number, Changed)) : menu.Answer(Texts.AlternateTftpOff, PressResult.Refused);

    private PressResult Changed()
    {
        if (savesAtOnce && menu.Network.IsComplete)
            menu.Network.Save();
        return PressResult.Done;
    }

    private PressResult RefuseLocked() => menu.Answer(Texts.RowLocked, PressResult.Locked);

    private PressResult Show(MenuPage page)
    {
        menu.Open(page);
        return PressResult.Done;
    }
}
