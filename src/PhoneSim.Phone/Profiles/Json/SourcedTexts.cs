using PhoneSim.Phone.Documents;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>Texts with their sources, and labels of softkeys.</summary>
internal static class SourcedTexts
{
    public static SourcedText Read(Fields f)
    {
        SourcedText text = new(f.Text("text"), f.Choice<TextSource>("source"));
        f.End();
        CheckSource(f, "text");
        return text;
    }

    public static Dictionary<string, SourcedText> All(Fields f)
    {
        Dictionary<string, SourcedText> texts = f.Members().ToDictionary(m => m.Name, m => Read(m.Value));
        foreach (string id in Texts.All)
            f.Require(id, "an object with \"text\" and \"source\"");
        foreach (string id in texts.Keys.Where(id => !Texts.All.Contains(id)))
            f.Refuse(id, $"unknown text{(EditDistance.Nearest(id, Texts.All) is [var near, ..] ? $", did you mean \"{near}\"" : "")}");
        return texts;
    }

    /// <summary>Softkeys act by their labels: one that no page knows would do nothing.</summary>
    public static IReadOnlyList<string> Softkeys(Fields f, string field)
    {
        IReadOnlyList<string> labels = f.Texts(field);
        if (labels.FirstOrDefault(label => label.Length > 0 && SoftkeyActions.Of(label) == SoftkeyAction.None) is { } unknown)
            f.Refuse(field, $"must be labels that act, or \"\" for a free place: {string.Join(", ", SoftkeyActions.Labels)}; found \"{unknown}\"");
        return labels;
    }

    /// <summary>A family's source says where the family's text is from.</summary>
    public static void CheckSource(Fields f, string field)
    {
        if (f.Has(field) && f.Has("source") && f.FileOf(field) != f.FileOf("source"))
            f.Refuse(field, "a changed text needs its \"source\" beside it; the inherited one belongs to the old text");
    }
}
