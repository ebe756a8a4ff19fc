using System.Text.RegularExpressions;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>Takes the fields of one object: each mistake becomes an error and a harmless value, so that all are found in one go.</summary>
internal sealed partial class Fields(ObjectNode node, List<ProfileError> errors)
{
    private readonly HashSet<string> known = [];

    public ObjectNode Node => node;

    public IReadOnlySet<string> Known => known;

    public bool Has(string name) => Take(name) is not null;

    public string Text(string name) => Required(name, OptionalText(name), "");

    public string? OptionalText(string name) => Take(name) switch
    {
        null => null,
        TextNode text => text.Text,
        var other => Wrong<string>(other, $"\"{name}\" must be text in quotes"),
    };

    public bool Flag(string name) => Required(name, OptionalFlag(name), false);

    public bool Flag(string name, bool absent) => OptionalFlag(name) ?? absent;

    private bool? OptionalFlag(string name) => Take(name) switch
    {
        null => null,
        FlagNode flag => flag.Flag,
        var other => Wrong<bool?>(other, $"\"{name}\" must be true or false"),
    };

    public int Number(string name, int min, int max) => Required(name, OptionalNumber(name, min, max), min);

    public int Number(string name, int min, int max, int absent) => OptionalNumber(name, min, max) ?? absent;

    public int? OptionalNumber(string name, int min, int max) => Take(name) switch
    {
        null => null,
        NumberNode number when double.IsInteger(number.Number) && number.Number >= min && number.Number <= max => (int)number.Number,
        var other => Wrong<int?>(other, $"\"{name}\" must be a whole number from {min} to {max}"),
    };

    public TimeSpan Seconds(string name, TimeSpan absent) => Take(name) switch
    {
        null => absent,
        NumberNode { Number: >= 0.001 and <= 86400 } seconds => TimeSpan.FromSeconds(seconds.Number),
        var other => Wrong<TimeSpan?>(other, $"\"{name}\" must be seconds, from 0.001 to 86400") ?? absent,
    };

    public T Choice<T>(string name) where T : struct, Enum => Required(name, OptionalChoice<T>(name), default);

    public T Choice<T>(string name, T absent) where T : struct, Enum => OptionalChoice<T>(name) ?? absent;

    public T? OptionalChoice<T>(string name) where T : struct, Enum => Take(name) is { } value ? ChoiceOf<T>(name, value) : null;

    public IReadOnlyList<T> Choices<T>(string name) where T : struct, Enum => [.. Items(name, required: true).Select(item => ChoiceOf<T>(name, item)).OfType<T>()];

    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name, required: false).Select(item => item is TextNode text ? text.Text : Wrong<string>(item, $"\"{name}\" must hold texts in quotes")).OfType<string>()];

    public IReadOnlyList<TimeSpan> SecondsList(string name) =>
    [
        .. Items(name, required: false).Select(item => item is NumberNode { Number: >= 0.001 and <= 86400 } number
            ? TimeSpan.FromSeconds(number.Number)
            : Wrong<TimeSpan?>(item, $"\"{name}\" must hold seconds, from 0.001 to 86400")).OfType<TimeSpan>(),
    ];

    /// <summary>A nested object; an empty one stands in for a missing or wrong one.</summary>
    public Fields Section(string name)
    {
        if (OptionalSection(name) is { } section)
            return section;
        Required<object>(name, Take(name), "");
        return new(new(node.File, node.Line, node.Column, new Dictionary<string, ProfileNode>()), []);
    }

    public Fields? OptionalSection(string name) => Take(name) switch
    {
        null => null,
        ObjectNode section => new(section, errors),
        var other => Wrong<Fields>(other, $"\"{name}\" must be an object in braces"),
    };

    public IReadOnlyList<Fields> Sections(string name) =>
        [.. Items(name, required: false).Select(item => item is ObjectNode section ? new Fields(section, errors) : Wrong<Fields>(item, $"\"{name}\" must hold objects in braces")).OfType<Fields>()];

    /// <summary>Every member, by name: for objects whose names are free.</summary>
    public IEnumerable<(string Name, Fields Value)> Members()
    {
        foreach ((string name, ProfileNode value) in node.Members)
        {
            known.Add(name);
            if (value is ObjectNode section)
                yield return (name, new(section, errors));
            else
                Wrong<object>(value, $"\"{name}\" must be an object in braces");
        }
    }

    /// <summary>To be called last: whatever nobody asked for is unknown.</summary>
    public void End()
    {
        foreach ((string name, ProfileNode value) in node.Members)
            if (!known.Contains(name))
                Wrong<object>(value, $"unknown field \"{name}\"; known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    /// <summary><c>PublicKeyAes128</c> is written <c>public-key-aes128</c>.</summary>
    public static string Written(string value) => UpperCase().Replace(value, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex UpperCase();

    private ProfileNode? Take(string name)
    {
        known.Add(name);
        return node.Members.GetValueOrDefault(name) is { } value and not NullNode ? value : null;
    }

    private IReadOnlyList<ProfileNode> Items(string name, bool required) => Take(name) switch
    {
        null when required => Required<IReadOnlyList<ProfileNode>>(name, null, []),
        null => [],
        ArrayNode array => array.Items,
        var other => Wrong<IReadOnlyList<ProfileNode>>(other, $"\"{name}\" must be a list in brackets") ?? [],
    };

    private T? ChoiceOf<T>(string name, ProfileNode value) where T : struct, Enum
    {
        foreach (T choice in Enum.GetValues<T>())
            if (value is TextNode text && text.Text == Written(choice.ToString()))
                return choice;
        return Wrong<T?>(value, $"\"{name}\" must be one of: {string.Join(", ", Enum.GetNames<T>().Select(Written))}");
    }

    private T Required<T>(string name, T? value, T standIn) where T : class => value ?? Missing(name, standIn);

    private T Required<T>(string name, T? value, T standIn) where T : struct => value ?? Missing(name, standIn);

    private T Missing<T>(string name, T standIn)
    {
        if (!node.Members.ContainsKey(name) || node.Members[name] is NullNode)
            errors.Add(new(node.File, node.Line, node.Column, $"field \"{name}\" is missing"));
        return standIn;
    }

    private T? Wrong<T>(ProfileNode place, string message)
    {
        errors.Add(new(place.File, place.Line, place.Column, message));
        return default;
    }
}
