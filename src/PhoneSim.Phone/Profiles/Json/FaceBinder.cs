using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>What a user sees and touches: face, menus, keys at power-on.</summary>
internal static class FaceBinder
{
    public static ScreenProfile Screen(Fields f)
    {
        ScreenProfile screen = new()
        {
            Columns = f.Number("columns", 0, 80),
            Rows = f.Number("rows", 0, 24),
            SoftkeyCount = f.Number("softkeyCount", 0, 8),
            SoftkeyPlace = f.Choice("softkeyPlace", SoftkeyPlace.Below),
            LineKeys = f.Number("lineKeys", 0, 64),
            LineKeySide = f.Choice("lineKeySide", LineKeySide.Right),
            Navigation = f.Choices<NavigationKey>("navigation"),
            HardKeys = f.Texts("hardKeys"),
            Lamps = f.Texts("lamps"),
        };
        f.End();
        return screen;
    }

    public static MenuProfile Menu(Fields f, EncryptionMethod method)
    {
        MenuProfile menu = new()
        {
            Unlock = f.Choice<UnlockStyle>("unlock"),
            FactoryPassword = f.OptionalText("factoryPassword"),
            PasswordSurvivesFactoryReset = f.Flag("passwordSurvivesFactoryReset", false),
            Relock = f.OptionalSection("relock") is { } relock ? Relock(relock) : new(),
            ResetsByStarPound = f.Flag("resetsByStarPound", true),
            ResetChord = f.OptionalText("resetChord"),
            HexEntry = f.Choice<HexEntryStyle>("hexEntry"),
            MultiTapPause = f.Seconds("multiTapPause", TimeSpan.FromSeconds(1)),
            ArrowsJump = f.Flag("arrowsJump", false),
            Teaching = f.Flag("teaching", false),
            OpenKey = f.Text("openKey"),
            Softkeys = Softkeys(f.Section("softkeys")),
            Root = new MenuRows(f).Tree(),
        };
        f.End();
        return method == EncryptionMethod.Manual || menu.Teaching ? menu : menu with { Root = WithoutKeyPrompt(menu.Root) };
    }

    public static PowerOnProfile PowerOn(Fields f)
    {
        PowerOnProfile defaults = new();
        PowerOnProfile powerOn = new()
        {
            Sequences = [.. f.Sections("sequences").Select(Sequence)],
            Window = f.Seconds("window", defaults.Window),
            WrongDigitBeginsAgain = f.Flag("wrongDigitBeginsAgain", false),
            Held = Lamps(f, "held"),
            Typing = Lamps(f, "typing"),
            Accepted = Lamps(f, "accepted"),
        };
        f.End();
        return powerOn;
    }

    private static RelockProfile Relock(Fields f)
    {
        RelockProfile relock = new()
        {
            OnLeaving = f.Flag("onLeaving", true),
            OnReset = f.Flag("onReset", true),
            Idle = f.Has("idle") ? f.Seconds("idle", TimeSpan.Zero) : null,
        };
        f.End();
        return relock;
    }

    private static Dictionary<string, IReadOnlyList<string>> Softkeys(Fields f)
    {
        Dictionary<string, IReadOnlyList<string>> softkeys = MenuKinds.Pages.ToDictionary(kind => kind, kind => kind == MenuKinds.Idle ? f.Texts(kind) : SourcedTexts.Softkeys(f, kind));
        foreach (string kind in MenuKinds.Pages)
            f.Require(kind, "a list of labels");
        f.End();
        return softkeys;
    }

    /// <summary>Phones that need no key typed have no prompt for one (seed, "Phone Models That Support Encryption").</summary>
    private static MenuNode WithoutKeyPrompt(MenuNode page) =>
        page with { Children = [.. page.Children.Where(row => row.Kind != MenuKinds.SetKey).Select(WithoutKeyPrompt)] };

    private static PowerOnSequence Sequence(Fields f)
    {
        PowerOnSequence sequence = new(f.Text("held").FirstOrDefault('#'), f.Text("keys"), f.Flag("asksNetwork", false), f.Flag("keepsNetwork", false));
        f.End();
        if (f.Text("held") is not ("#" or "*"))
            f.Refuse("held", "must be # or *");
        if (sequence.Keys.Length == 0 || !sequence.Keys.All(KeyNames.IsSymbol))
            f.Refuse("keys", "must be symbols of the keypad: 0-9 * #");
        return sequence;
    }

    private static IReadOnlyList<LitLamp> Lamps(Fields f, string name) => [.. f.Sections(name).Select(Lamp)];

    private static LitLamp Lamp(Fields f)
    {
        LitLamp lamp = new(f.Text("lamp"), f.Choice<LampColour>("colour"), f.Choice("rhythm", LampRhythm.Steady));
        f.End();
        return lamp;
    }
}
