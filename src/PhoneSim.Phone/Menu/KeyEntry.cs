using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>Set Cfg Encrypt Key (seed, "Enter Phone Symmetric Key"). Starts empty: a stored key is never displayed.</summary>
internal static class KeyEntry
{
    /// <summary>Zeros that clear a key of any size (seed, step 5).</summary>
    private const int ClearingZeros = 32;

    /// <summary>Digits the field holds beyond a whole key, so that a key too long can be typed and refused; our choice.</summary>
    private const int Excess = 16;

    public static MenuPage Page(MenuContext menu, MenuNode node)
    {
        int digits = menu.Profile.Encryption.KeyBits / 4;
        return new EntryPage(menu, node, new()
        {
            Prompt = node.Prompt?.Text ?? node.Label,
            Keypad = KeypadTable.Hex(menu.Profile.Menu.HexEntry),
            Alternate = menu.Profile.Menu.HexEntry == HexEntryStyle.NumberAlpha ? KeypadTable.HexLetters : null,
            IsSecret = true,
            ExpectedLength = digits,
            Limit = digits + Excess,
            RefusedText = Texts.KeyNotHex,
            FullText = Texts.KeyWrongLength,
            Accept = typed => Accept(menu, typed, digits),
        });
    }

    private static PressResult Accept(MenuContext menu, string typed, int digits)
    {
        if (typed.Length == ClearingZeros && typed.All(c => c == '0'))
            return Store(menu, null);
        if (SymmetricKey.FromHex(typed, digits * 4) is { } key)
            return Store(menu, key.IsZero ? null : key);
        menu.Say(Texts.KeyWrongLength, digits);
        return PressResult.Refused;
    }

    private static PressResult Store(MenuContext menu, SymmetricKey? key)
    {
        menu.Host.StoreSymmetricKey(key);
        menu.Say(key is null ? Texts.KeyCleared : Texts.KeyAccepted);
        return PressResult.Done;
    }
}
