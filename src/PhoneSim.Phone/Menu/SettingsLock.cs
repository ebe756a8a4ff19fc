using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>Whether the settings are locked, and what each <see cref="UnlockStyle"/> makes of it. The state itself lives in flash.</summary>
internal sealed class SettingsLock(MenuProfile profile, IMenuHost host)
{
    public UnlockStyle Style => profile.Unlock;

    public bool IsLocked => Style switch
    {
        UnlockStyle.VoicePin => false,
        UnlockStyle.AdminPassword => HasPassword && !IsOpen,
        _ => !IsOpen,
    };

    /// <summary>Someone unlocked it; phones that lock nothing are not open.</summary>
    public bool IsOpen => host.Contents.Settings.Unlocked;

    public bool ShowsPadlock => Style is UnlockStyle.PasswordRow or UnlockStyle.StarStarPound;

    public bool HasPassword => Password.Length > 0;

    private string Password => host.Contents.Settings.Password?.Reveal() ?? profile.FactoryPassword ?? "";

    public bool IsPassword(string typed) => typed == Password;

    public void Set(bool unlocked) => host.SetUnlocked(unlocked);

    /// <summary>
    /// Leaving the settings, or the part behind the password page, locks again where the profile says so.
    /// </summary>
    /// <param name="page">The node of the page that was closed.</param>
    /// <param name="stillOpen">The nodes of the pages that remain.</param>
    public void Left(MenuNode page, IReadOnlyList<MenuNode> stillOpen)
    {
        bool leaves = Style == UnlockStyle.AdminPassword ? page.NeedsUnlock && !stillOpen.Any(node => node.NeedsUnlock) : stillOpen.Count == 0;
        if (profile.Relock.OnLeaving && leaves)
            Relock();
    }

    public void AfterReset()
    {
        if (profile.Relock.OnReset)
            Relock();
    }

    public void Relock()
    {
        if (IsOpen)
            Set(false);
    }
}
