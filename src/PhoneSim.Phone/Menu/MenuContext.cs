using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>What all pages share: the phone they belong to, the lock, the stack of open pages and the answer to the last key.</summary>
internal sealed class MenuContext
{
    private readonly Stack<MenuPage> pages = new();

    public MenuContext(FirmwareProfile profile, TimeProvider time, IMenuHost host)
    {
        (Profile, Time, Host) = (profile, time, host);
        Lock = new(profile.Menu, host);
        Network = new(host);
    }

    public FirmwareProfile Profile { get; }

    public TimeProvider Time { get; }

    public IMenuHost Host { get; }

    public SettingsLock Lock { get; }

    public NetworkDraft Network { get; }

    public string Status { get; private set; } = "";

    /// <summary>Null: the idle screen.</summary>
    public MenuPage? Top => pages.TryPeek(out MenuPage? page) ? page : null;

    public string Text(string id) => Profile.Texts[id].Text;

    public void Say(string textId, int? digits = null) => Status = Text(textId).Replace("{digits}", $"{digits}", StringComparison.Ordinal);

    public void Hush() => Status = "";

    public PressResult Answer(string textId, PressResult result)
    {
        Say(textId);
        return result;
    }

    /// <param name="why">The keys that were pressed, or the label of a row.</param>
    public PressResult Reset(string why, ResetKind kind = ResetKind.Reset)
    {
        Host.RequestReset(kind, why);
        return Answer(Texts.Resetting, PressResult.Done);
    }

    /// <summary>The password page before <paramref name="target"/>.</summary>
    public static MenuNode SignInNode(MenuNode target) => new()
    {
        Label = target.Label,
        Source = TextSource.Simulator,
        Kind = MenuKinds.SignIn,
    };

    /// <summary>The tree as far as the configuration's <c>settingsAccess</c> leaves it, while it is open.</summary>
    public MenuNode? Root => pages.LastOrDefault()?.Node;

    public void Open(MenuPage page) => pages.Push(page);

    public void Close()
    {
        MenuNode left = pages.Pop().Node;
        Lock.Left(left, [.. pages.Select(page => page.Node)]);
    }

    /// <summary>Back to the page the tree was opened with, or with <paramref name="all"/> to the idle screen.</summary>
    public void CloseAll(bool all)
    {
        while (pages.Count > (all ? 0 : 1))
            Close();
    }
}
