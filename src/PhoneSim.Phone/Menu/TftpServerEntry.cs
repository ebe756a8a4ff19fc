using System.Net;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>The address of alternate TFTP server 1 or 2.</summary>
internal static class TftpServerEntry
{
    /// <summary>Characters of the longest IPv6 address.</summary>
    private const int Limit = 45;

    public static MenuPage Page(MenuContext menu, MenuNode node, int number, Func<PressResult> changed) => new EntryPage(menu, node, new()
    {
        Prompt = node.Prompt?.Text ?? node.Label,
        Keypad = KeypadTable.Address,
        Limit = Limit,
        Initial = menu.Network.Server(number) == NetworkDraft.NoServer ? "" : menu.Network.Server(number),
        RefusedText = Texts.CharacterRefused,
        FullText = Texts.AddressNotValid,
        Accept = typed => Accept(menu, typed, number),
        Then = () => Saved(menu, number, changed),
    });

    /// <summary>Phones with a page for the question take a server that their trust lists do not name, and ask.</summary>
    private static bool AsksAboutTrust(MenuContext menu) => menu.Profile.Menu.SoftkeysOf(MenuKinds.TrustQuestion).Count > 0;

    private static PressResult Saved(MenuContext menu, int number, Func<PressResult> changed)
    {
        PressResult result = changed();
        if (AsksAboutTrust(menu) && Parse(menu.Network.Server(number)) is { } address && IsForeign(menu, address))
            menu.Open(new TrustQuestionPage(menu, TrustQuestionPage.NodeOf(menu)));
        return result;
    }

    private static bool IsForeign(MenuContext menu, IPAddress address) => !IsNone(address) && !TrustedServers.Allow(menu.Host.Contents, address);

    private static PressResult Accept(MenuContext menu, string typed, int number)
    {
        if (Parse(typed) is not { } address)
            return Refuse(menu, Texts.AddressNotValid);
        if (number == 1 && IsNone(address))
            return Refuse(menu, Texts.TftpServerNeeded);
        if (IsForeign(menu, address) && !AsksAboutTrust(menu))
            return Refuse(menu, Texts.TftpServerNotTrusted);
        menu.Network.SetServer(number, address.ToString());
        return PressResult.Done;
    }

    /// <summary>Four decimal parts, or an IPv6 address: shorthands such as <c>10.1</c> are no addresses on a phone.</summary>
    public static IPAddress? Parse(string typed) =>
        (typed.Contains(':', StringComparison.Ordinal) || typed.Split('.') is { Length: 4 } parts && parts.All(IsPart)) && IPAddress.TryParse(typed, out IPAddress? address) ? address : null;

    /// <summary>A leading zero would be read as octal.</summary>
    private static bool IsPart(string part) => part.Length is > 0 and < 4 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0');

    private static bool IsNone(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static PressResult Refuse(MenuContext menu, string textId)
    {
        menu.Say(textId);
        return PressResult.Refused;
    }
}
