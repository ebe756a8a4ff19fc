using PhoneSim.Formats;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>The authentication string of a CAPF operation: 4 to 10 digits (shared/spec/phone-ui.md 5.1).</summary>
internal static class AuthStringEntry
{
    private const int Shortest = 4;
    private const int Longest = 10;

    public static MenuPage Page(MenuContext menu, MenuNode node) => new EntryPage(menu, node, new()
    {
        Prompt = node.Prompt?.Text ?? node.Label,
        Keypad = KeypadTable.Decimal,
        IsSecret = true,
        Limit = Longest,
        RefusedText = Texts.CharacterRefused,
        FullText = Texts.AuthStringLength,
        Accept = typed => Accept(menu, typed),
    });

    private static PressResult Accept(MenuContext menu, string typed)
    {
        if (typed.Length < Shortest)
        {
            menu.Say(Texts.AuthStringLength);
            return PressResult.Refused;
        }

        bool awaited = menu.Host.UpdateLsc(new Secret(typed));
        menu.Say(awaited ? Texts.AuthStringSent : Texts.AuthStringNotAwaited);
        return awaited ? PressResult.Done : PressResult.Refused;
    }
}
