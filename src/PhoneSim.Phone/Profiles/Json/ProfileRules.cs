using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Documents;

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
        bool typesKeys = profile.Encryption.Method == EncryptionMethod.Manual;
        if (profile.Screen.Columns > 0 && !profile.Screen.HardKeys.Contains(profile.Menu.OpenKey))
            f.Refuse("openKey", $"must be one of the screen's hardKeys: {string.Join(", ", profile.Screen.HardKeys)}; found \"{profile.Menu.OpenKey}\"");
        if (profile.Menu is { Unlock: UnlockStyle.PasswordRow, FactoryPassword: null })
            f.Refuse("factoryPassword", "is missing; unlock password-row needs one");
        if (typesKeys != Rows(profile.Menu.Root).Any(row => row.Kind == "set-key"))
            f.Refuse("root", typesKeys ? "must have a row of kind set-key: the encryption method is manual" : "must have no row of kind set-key: the encryption method is not manual");
    }

    private static IEnumerable<MenuNode> Rows(MenuNode node) => node.Children.SelectMany(Rows).Prepend(node);
}
