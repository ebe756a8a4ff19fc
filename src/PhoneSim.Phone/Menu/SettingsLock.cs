using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>Whether the settings are locked, and what each <see cref="UnlockStyle"/> makes of it. The state itself lives in flash.</summary>
internal sealed class SettingsLock(MenuProfile profile, IMenuHost host)
{
    public UnlockStyle Style => profile.Unlock;

    public bool IsLocked => Style switch
    {
        UnlockStyle.None => false,
        UnlockStyle.AdminPassword => HasPassword && !host.Contents.Settings.Unlocked,
        _ => !host.Contents.Settings.Unlocked,
    };

    public bool ShowsPadlock => Style is UnlockStyle.PasswordRow or UnlockStyle.StarStarPound;

    public bool HasPassword => Password.Length > 0;

    private string Password => host.Contents.Settings.Password?.Reveal() ?? profile.FactoryPassword ?? "";

    public bool IsPassword(string typed) => typed == Password;

    public void Set(bool unlocked) => host.SetUnlocked(unlocked);

    /// <summary>
    /// Leaving the settings (password row) or the part behind the password page locks again; assumed, see shared/spec/phone-ui.md 3.
    /// Phones with <c>**#</c> stay as they are until it is typed again.
    /// </summary>
    /// <param name="page">The node of the page that was closed.</param>
    /// <param name="stillOpen">The nodes of the pages that remain.</param>
    public void Left(MenuNode page, IReadOnlyList<MenuNode> stillOpen)
    {
        bool locks = Style switch
        {
            UnlockStyle.PasswordRow => stillOpen.Count == 0,
            UnlockStyle.AdminPassword => page.NeedsUnlock && !stillOpen.Any(node => node.NeedsUnlock),
            _ => false,
        };
        if (locks && host.Contents.Settings.Unlocked)
            Set(false);
    }
}
