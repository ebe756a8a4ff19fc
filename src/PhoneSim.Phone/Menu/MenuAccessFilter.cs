using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>Leaves in a menu tree what the configuration's <c>settingsAccess</c> allows.</summary>
internal static class MenuAccessFilter
{
    public static MenuNode Apply(MenuNode root, FlashContents flash) => flash.Configuration?.Configuration.SettingsAccess switch
    {
        0 => Prune(root, MenuAccess.Always),
        2 => Prune(root, MenuAccess.Restricted),
        _ => root,
    };

    private static MenuNode Prune(MenuNode node, MenuAccess needed) => node with { Children = [.. node.Children.Select(child => Keep(child, needed)).OfType<MenuNode>()] };

    private static MenuNode? Keep(MenuNode node, MenuAccess needed)
    {
        if (node.Access >= needed || node.Kind == MenuKinds.StatusMessages)
            return node;
        MenuNode pruned = Prune(node, needed);
        return pruned.Children.Count > 0 ? pruned : null;
    }
}
