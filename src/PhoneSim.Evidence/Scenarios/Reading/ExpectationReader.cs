using System.Globalization;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Evidence.Scenarios.Reading;

/// <summary>Reads an <c>expect</c> by the table of fields.</summary>
internal static class ExpectationReader
{
    public static IReadOnlyList<Expectation> Read(Fields f, ReadingContext context)
    {
        List<Expectation> expectations = [];
        Dictionary<string, Fields?> sections = [];
        foreach (ExpectedField field in ExpectedFields.All)
            if (Holder(field, f, sections) is { } holder && holder.Node(Leaf(field)) is { } node)
                expectations.Add(new(field, node.Line, [.. Lines(field, holder, node).Select(context.Name)]));
        foreach (Fields? section in sections.Values)
            section?.End();
        f.End();
        return [.. expectations.OrderBy(e => e.Line)];
    }

    /// <summary>Of <c>config.file</c> the section <c>config</c>; null: it is not there.</summary>
    private static Fields? Holder(ExpectedField field, Fields f, Dictionary<string, Fields?> sections)
    {
        int dot = field.Path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return f;
        string name = field.Path[..dot];
        return sections.TryGetValue(name, out Fields? known) ? known : sections[name] = f.OptionalSection(name);
    }

    private static string Leaf(ExpectedField field) => field.Path[(field.Path.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> Lines(ExpectedField field, Fields f, DocumentNode node) => field.Shape switch
    {
        FieldShape.One => [One(field, f)],
        FieldShape.Pairs => f.Nodes(Leaf(field)).Select(item => Pair(item, field, f)),
        _ => node is ArrayNode ? f.Texts(Leaf(field)) : [f.OptionalText(Leaf(field)) ?? ""],
    };

    private static string One(ExpectedField field, Fields f)
    {
        string text = f.OptionalText(Leaf(field)) ?? "";
        bool isNumber = field.Match is FieldMatch.AtLeast or FieldMatch.AtMost;
        if (isNumber && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            f.Refuse(Leaf(field), $"must be a number of seconds; found \"{text}\"");
        if (field.Words.Count > 0 && !field.Words.Contains(text))
            f.Refuse(Leaf(field), $"must be one of: {string.Join(", ", field.Words)}; found \"{text}\"");
        return text;
    }

    private static string Pair(DocumentNode item, ExpectedField field, Fields f)
    {
        if (item is ObjectNode { Members.Count: 1 } pair && pair.Members.First() is { Value.AsText: { } value } member)
            return $"{member.Key}: {value}";
        if (item.AsText is null)
            f.Refuse(Leaf(field), $"each item is a name, or \"name: value\"; found {item.Found} in line {item.Line}");
        return item.AsText ?? "";
    }
}
