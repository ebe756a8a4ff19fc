using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>The settings password, masked.</summary>
internal static class PasswordEntry
{
    /// <summary>Characters; CUCM allows 15.</summary>
    private const int Limit = 32;

    public static MenuPage Page(MenuContext menu, MenuNode node, Func<PressResult> then) => new EntryPage(menu, node, new()
    {
        Prompt = node.Prompt?.Text ?? menu.Text(Texts.EnterPassword),
        Keypad = KeypadTable.Text,
        Alternate = KeypadTable.Number,
        Masked = true,
        IsSecret = true,
        Limit = Limit,
        RefusedText = Texts.CharacterRefused,
        FullText = Texts.PasswordWrong,
        Accept = typed => Accept(menu, typed),
        Then = then,
    });

    private static PressResult Accept(MenuContext menu, string typed)
    {
        if (menu.Lock.IsPassword(typed))
        {
            menu.Lock.Set(unlocked: true);
            return PressResult.Done;
        }

        menu.Say(Texts.PasswordWrong);
        return PressResult.Refused;
    }
}
