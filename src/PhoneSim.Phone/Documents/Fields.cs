using System.Text.RegularExpressions;

namespace PhoneSim.Phone.Documents;

/// <summary>Takes the fields of one object: each mistake becomes an error and a harmless value, so that all are found in one go.</summary>
/// <param name="path">Of this object in its file; empty: the whole of it.</param>
public sealed partial class Fields(ObjectNode node, string path, FieldErrors errors)
{
    private static readonly IReadOnlyDictionary<string, DocumentNode> Nothing = new Dictionary<string, DocumentNode>();

    private readonly HashSet<string> known = [];

    public bool Has(string name) => Take(name) is not null;

    /// <summary>What stands there, for a reader of its own; null: nothing.</summary>
    public DocumentNode? Node(string name) => Take(name);

    /// <summary>The items of a list, for a reader of their own; empty: none, or no list.</summary>
    public IReadOnlyList<DocumentNode> Nodes(string name) => Items(name, required: false);

    /// <summary>The members of an object whose names are free; empty: none, or no object.</summary>
    public IReadOnlyDictionary<string, DocumentNode> Map(string name) => Take(name) switch
    {
        null => Nothing,
        ObjectNode map => map.Members,
        var other => Wrong<IReadOnlyDictionary<string, DocumentNode>>(other, name, "an object in braces") ?? Nothing,
    };

    /// <summary>The file a field was written in; a profile has fields of every file it extends.</summary>
    public string FileOf(string name) => Take(name)?.File ?? node.File;

    public string Text(string name) => Required(name, OptionalText(name), "", "text in quotes");

    public string? OptionalText(string name) => Take(name) switch
    {
        null => null,
        { AsText: { } text } => text,
        var other => Wrong<string>(other, name, "text in quotes"),
    };

    public bool Flag(string name) => Required(name, OptionalFlag(name), false, "true or false");

    public bool Flag(string name, bool absent) => OptionalFlag(name) ?? absent;

    public int Number(string name, int min, int max) => Required(name, OptionalNumber(name, min, max), min, WholeNumber(min, max));

    public int Number(string name, int min, int max, int absent) => OptionalNumber(name, min, max) ?? absent;

    public int? OptionalNumber(string name, int min, int max) => Take(name) is { } value ? NumberOf(value, name, min, max) : null;

    public IReadOnlyList<int> Numbers(string name, int min, int max) =>
        [.. Items(name, required: false).Select((item, i) => NumberOf(item, Item(name, i), min, max)).OfType<int>()];

    public TimeSpan Seconds(string name, TimeSpan absent) => Take(name) is { } value ? SecondsOf(value, name) ?? absent : absent;

    /// <summary>0 … 1; 0 when it is absent.</summary>
    public double Share(string name) => Take(name) is { } value ? (value.AsNumber is >= 0 and <= 1 and var share ? share : Wrong<double>(value, name, "a share from 0 to 1")) : 0;

    public IReadOnlyList<TimeSpan> SecondsList(string name) =>
        [.. Items(name, required: false).Select((item, i) => SecondsOf(item, Item(name, i))).OfType<TimeSpan>()];

    public T Choice<T>(string name) where T : struct, Enum => Required(name, OptionalChoice<T>(name), default, OneOf(WordsOf<T>()));

    public T Choice<T>(string name, T absent) where T : struct, Enum => OptionalChoice<T>(name) ?? absent;

    public T? OptionalChoice<T>(string name) where T : struct, Enum => OptionalWord(name, WordsOf<T>());

    public T? OptionalWord<T>(string name, IReadOnlyDictionary<string, T> words) where T : struct => Take(name) is { } value ? WordOf(value, name, words) : null;

    public IReadOnlyList<T> Choices<T>(string name) where T : struct, Enum => WordList(name, WordsOf<T>(), required: true);

    public IReadOnlyList<T> WordList<T>(string name, IReadOnlyDictionary<string, T> words, bool required = false) where T : struct =>
        [.. Items(name, required).Select((item, i) => WordOf(item, Item(name, i), words)).OfType<T>()];

    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name, required: false).Select((item, i) => item.AsText ?? Wrong<string>(item, Item(name, i), "text in quotes")).OfType<string>()];

    /// <summary>A nested object; an empty one stands in for a missing or wrong one, so that every field it lacks is named.</summary>
    public Fields Section(string name) => OptionalSection(name) ?? new(node with { Members = new Dictionary<string, DocumentNode>() }, PathOf(name), errors.Unless(Has(name)));

    public Fields? OptionalSection(string name) => Take(name) is { } value ? SectionOf(value, name) : null;

    public IReadOnlyList<Fields> Sections(string name) => [.. Items(name, required: false).Select((item, i) => SectionOf(item, Item(name, i))).OfType<Fields>()];

    /// <summary>Every member, by name: for objects whose names are free.</summary>
    public IEnumerable<(string Name, Fields Value)> Members() =>
        node.Members.Keys.Select(name => (name, OptionalSection(name))).Where(m => m.Item2 is not null).Select(m => (m.name, m.Item2!)).ToList();

    /// <summary>A mistake that only the reader of several fields can see.</summary>
    public void Refuse(string name, string message) => errors.Add((Take(name) ?? node).Error(PathOf(name), message));

    public void Require(string name, string what) => Required(name, Take(name), node, what);

    /// <summary>To be called last: whatever nobody asked for is unknown.</summary>
    public void End()
    {
        foreach ((string name, DocumentNode value) in node.Members)
            if (!known.Contains(name))
                errors.Add(value.Error(PathOf(name), $"unknown field \"{name}\"{Suggestion(name, known)}; known here: {InOrder(known)}"));
    }

    /// <summary><c>PublicKeyAes128</c> is written <c>public-key-aes128</c>.</summary>
    public static string Written(string value) => UpperCase().Replace(value, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex UpperCase();

    public static IReadOnlyDictionary<string, T> WordsOf<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => Written(v.ToString()));

    private static string WholeNumber(int min, int max) => $"a whole number from {min} to {max}";

    private static string OneOf<T>(IReadOnlyDictionary<string, T> words) => $"one of: {string.Join(", ", words.Keys)}";

    private static string InOrder(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static string Suggestion(string name, IEnumerable<string> names) =>
        EditDistance.Nearest(name, names) is [var nearest, ..] ? $", did you mean \"{nearest}\"" : "";

    private static string Item(string name, int index) => $"{name}[{index}]";

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private DocumentNode? Take(string name)
    {
        known.Add(name);
        return node.Members.GetValueOrDefault(name) is { } value and not NullNode ? value : null;
    }

    private IReadOnlyList<DocumentNode> Items(string name, bool required) => Take(name) switch
    {
        null when required => Required<IReadOnlyList<DocumentNode>>(name, null, [], "a list in brackets"),
        null => [],
        ArrayNode array => array.Items,
        var other => Wrong<IReadOnlyList<DocumentNode>>(other, name, "a list in brackets") ?? [],
    };

    private bool? OptionalFlag(string name) => Take(name) switch
    {
        null => null,
        { AsFlag: { } flag } => flag,
        var other => Wrong<bool?>(other, name, "true or false"),
    };

    private int? NumberOf(DocumentNode value, string name, int min, int max) =>
        value.AsNumber is { } number && double.IsInteger(number) && number >= min && number <= max
            ? (int)number
            : Wrong<int?>(value, name, WholeNumber(min, max));

    private TimeSpan? SecondsOf(DocumentNode value, string name) =>
        value.AsNumber is >= 0.001 and <= 86400 and var seconds ? TimeSpan.FromSeconds(seconds) : Wrong<TimeSpan?>(value, name, "seconds, from 0.001 to 86400");

    private T? WordOf<T>(DocumentNode value, string name, IReadOnlyDictionary<string, T> words) where T : struct =>
        value.AsText is { } text && words.TryGetValue(text, out T word) ? word : Wrong<T?>(value, name, OneOf(words));

    private Fields? SectionOf(DocumentNode value, string name) => value is ObjectNode section
        ? new(section, PathOf(name), errors)
        : Wrong<Fields>(value, name, "an object in braces");

    private T Required<T>(string name, T? value, T standIn, string what) where T : class => value ?? Missing(name, standIn, what);

    private T Required<T>(string name, T? value, T standIn, string what) where T : struct => value ?? Missing(name, standIn, what);

    private T Missing<T>(string name, T standIn, string what)
    {
        if (!Has(name))
            errors.Missing(node.Error(PathOf(name), $"is missing; must be {what}"));
        return standIn;
    }

    private T? Wrong<T>(DocumentNode place, string name, string what)
    {
        errors.Add(place.Error(PathOf(name), $"must be {what}; found {place.Found}"));
        return default;
    }
}
