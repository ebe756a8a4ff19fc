using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>What fields must say together; each alone may be right.</summary>
internal static class ProfileRules
{
    public static void Check(FirmwareProfile profile, Fields f)
    {
        if (f.OptionalSection("encryption") is { } encryption)
            Encryption(profile.Encryption, encryption);
        if (profile.Tls.MinVersion > profile.Tls.MaxVersion)
            f.Section("tls").Refuse("minVersion", "must not be above maxVersion");
        if (f.OptionalSection("screen") is { } screen)
            Screen(profile.Screen, screen);
        if (f.OptionalSection("menu") is { } menu)
            Menu(profile, menu);
        if (f.OptionalSection("powerOn") is { } powerOn)
            PowerOn(profile, powerOn);
    }

    private static void Encryption(EncryptionProfile encryption, Fields f)
    {
        (string layouts, int keyBits) = encryption switch
        {
            { Method: EncryptionMethod.None, Layout: null } => ("", 0),
            { Method: EncryptionMethod.PublicKey, Layout: ContainerLayout.PublicKeyAes128 } => ("", 128),
            { Method: EncryptionMethod.Manual, Layout: ContainerLayout.ManualAes128 } => ("", 128),
            { Method: EncryptionMethod.Manual, Layout: ContainerLayout.ManualRc4 } => ("", 256),
            { Method: EncryptionMethod.None } => ("null with method none", 0),
            { Method: EncryptionMethod.PublicKey } => ("public-key-aes128 with method public-key", 0),
            _ => ("manual-aes128 or manual-rc4 with method manual", 0),
        };
        if (layouts.Length > 0)
            f.Refuse("layout", $"must be {layouts}");
        else if (encryption.KeyBits != keyBits)
            f.Refuse("keyBits", $"must be {keyBits} with this method and layout; found {encryption.KeyBits}");
    }

    private static void Screen(ScreenProfile screen, Fields f)
    {
        if (screen.SoftkeyCount == 0 != (screen.SoftkeyPlace == SoftkeyPlace.None))
            f.Refuse("softkeyPlace", $"must be none with softkeyCount 0 and only then; found {screen.SoftkeyCount} softkeys");
        if (screen.LineKeys == 0 && screen.LineKeySide != LineKeySide.None)
            f.Refuse("lineKeySide", "must be none with lineKeys 0");
    }

    private static void Menu(FirmwareProfile profile, Fields f)
    {
        if (!Opens(profile))
            f.Refuse("openKey", $"must be one of the screen's hardKeys, an arrow it has, soft:LABEL of the idle softkeys, or keys together (*+#+0); hardKeys: {string.Join(", ", profile.Screen.HardKeys)}; found \"{profile.Menu.OpenKey}\"");
        if (profile.Menu is { Unlock: UnlockStyle.PasswordRow, FactoryPassword: null })
            f.Refuse("factoryPassword", "is missing; unlock password-row needs one");
        if (profile.Encryption.Method == EncryptionMethod.Manual && !Rows(profile.Menu.Root).Any(row => row.Kind == MenuKinds.SetKey))
            f.Refuse("root", "must lead to a row of kind set-key: the encryption method is manual");
        if (profile.Menu.Teaching && profile.Encryption.KeyBits == 0)
            f.Refuse("teaching", "needs encryption.keyBits: how long the key to be typed is");
        if (profile.Menu.HexEntry == HexEntryStyle.PickList && !profile.Screen.Navigation.Contains(NavigationKey.Select))
            f.Refuse("hexEntry", "pick-list needs \"select\" in the screen's navigation");
    }

    private static bool Opens(FirmwareProfile profile) => KeyNames.OpenKey(profile) switch
    {
        PhoneKey.Hard(var name) => profile.Screen.HardKeys.Contains(name),
        PhoneKey.Navigation(var key) => profile.Screen.Navigation.Contains(key),
        PhoneKey.Softkey(var index) => index >= 0,
        _ => true,
    };

    private static void PowerOn(FirmwareProfile profile, Fields f)
    {
        foreach ((string name, IReadOnlyList<LitLamp> lamps) in new[] { ("held", profile.PowerOn.Held), ("typing", profile.PowerOn.Typing), ("accepted", profile.PowerOn.Accepted) })
            if (lamps.FirstOrDefault(lamp => !profile.Screen.Lamps.Contains(lamp.Name)) is { } unknown)
                f.Refuse(name, $"must be lamps of the screen: {string.Join(", ", profile.Screen.Lamps)}; found \"{unknown.Name}\"");
    }

    private static IEnumerable<MenuNode> Rows(MenuNode node) => node.Children.SelectMany(Rows).Prepend(node);
}
