using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>The rows of a menu by name. A page lists its rows by their names, so that families share a row and change a field of it.</summary>
internal sealed class MenuRows(Fields menu)
{
    private readonly Dictionary<string, Row> rows = (menu.OptionalSection("rows")?.Members() ?? []).ToDictionary(row => row.Name, row => Read(row.Value));

    /// <summary>The tree below the row that the field <c>root</c> names.</summary>
    public MenuNode Tree()
    {
        string root = menu.Text("root");
        return Find(root, menu, "root", []) ?? new() { Label = root, Source = TextSource.Simulator, Kind = MenuKinds.Menu };
    }

    private MenuNode? Find(string name, Fields asker, string field, IReadOnlyList<string> path)
    {
        if (name.Length == 0)
            return null;
        if (!rows.TryGetValue(name, out Row? row))
            return Refuse($"there is no row \"{name}\"{(EditDistance.Nearest(name, rows.Keys) is [var near, ..] ? $", did you mean \"{near}\"" : "")}");
        if (path.Contains(name))
            return Refuse($"runs in a circle: {string.Join(" > ", path.Append(name))}");
        return row.Node with { Children = [.. row.Children.Select(child => Find(child, row.Fields, "children", [.. path, name])).OfType<MenuNode>()] };

        MenuNode? Refuse(string problem)
        {
            asker.Refuse(field, problem);
            return null;
        }
    }

    private static Row Read(Fields f)
    {
        MenuNode node = new()
        {
            Label = f.Text("label"),
            Source = f.Choice<TextSource>("source"),
            Kind = f.Text("kind"),
            Value = f.OptionalText("value"),
            Digit = f.OptionalNumber("digit", 0, 9),
            NeedsUnlock = f.Flag("needsUnlock", false),
            Access = f.Choice("access", MenuAccess.Enabled),
            Clears = f.WordList("clears", Fields.WordsOf<ClearedItem>()),
            Softkeys = SourcedTexts.Softkeys(f, "softkeys"),
            Prompt = f.OptionalSection("prompt") is { } prompt ? SourcedTexts.Read(prompt) : null,
        };
        IReadOnlyList<string> children = f.Texts("children");
        f.End();
        Check(node, f);
        return new(f, node, children);
    }

    private static void Check(MenuNode node, Fields f)
    {
        SourcedTexts.CheckSource(f, "label");
        if (node.Kind.Length > 0 && !MenuKinds.All.Contains(node.Kind))
            f.Refuse("kind", $"must be one of: {string.Join(", ", MenuKinds.All)}; found \"{node.Kind}\"");
        if (node.Value is { } value && !PhoneFacts.Ids.Contains(value) && !Texts.All.Contains(value))
            f.Refuse("value", $"must be the id of a text or one of: {string.Join(", ", PhoneFacts.Ids)}; found \"{value}\"");
    }

    /// <param name="Children">Their names.</param>
    private sealed record Row(Fields Fields, MenuNode Node, IReadOnlyList<string> Children);
}
