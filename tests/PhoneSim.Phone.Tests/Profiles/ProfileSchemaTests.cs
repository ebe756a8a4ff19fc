using System.Text.Json.Nodes;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Profiles;

/// <summary>profile.schema.json tells an editor what the program will say: the two are held against each other in both directions.</summary>
public sealed class ProfileSchemaTests : IDisposable
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Vectors.PathOf(""), "..", "..", "firmware-profiles"));
    private static readonly string SchemaText = File.ReadAllText(Path.Combine(Folder, "profile.schema.json"));
    private static readonly JsonObject Schema = JsonNode.Parse(SchemaText)!.AsObject();

    /// <summary>Stands for the names that are free, those of the menu's rows.</summary>
    private const string AnyRow = "lsc";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))];

    /// <summary>Every object of the schema with fields of its own, by its path in a profile.</summary>
    public static TheoryData<string> Sections => [.. SectionsOf("", Schema).Distinct()];

    /// <summary>Every field of the schema whose values are words.</summary>
    public static TheoryData<string> WordFields => [.. SectionsOf("", Schema).Distinct().SelectMany(path => Properties(path).Where(p => Words(p.Value!) is not null).Select(p => $"{path}.{p.Key}".TrimStart('.'))).Where(f => !f.StartsWith("texts.", StringComparison.Ordinal) || f == "texts.yes.source")];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Shipped))]
    public void ShippedProfile_IsAsTheSchemaSays(string file) =>
        Assert.Empty(SchemaCheck.Run(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!, SchemaText));

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_OfTheSchema_HasExactlyTheFieldsThatTheProgramKnows(string path)
    {
        DocumentError error = Assert.Single(ErrorsOf(path, new JsonObject { ["zzzzzz"] = 1 }), e => e.Message.StartsWith("unknown field \"zzzzzz\"", StringComparison.Ordinal));
        string[] known = error.Message[(error.Message.IndexOf("known here: ", StringComparison.Ordinal) + "known here: ".Length)..].Split(", ");
        Assert.Equal(Properties(path).Select(p => p.Key).Order(StringComparer.Ordinal), known);
    }

    [Theory]
    [MemberData(nameof(WordFields))]
    public void WordField_OfTheSchema_TakesExactlyTheWordsThatTheProgramTakes(string field)
    {
        (string path, string name) = field.LastIndexOf('.') is >= 0 and var dot ? (field[..dot], field[(dot + 1)..]) : ("", field);
        JsonNode schema = Properties(path)[name]!;
        JsonNode wrong = schema["items"] is null ? JsonValue.Create("zzzzzz") : new JsonArray("zzzzzz");
        IReadOnlyList<DocumentError> errors = ErrorsOf(path, new JsonObject { [name] = wrong });
        DocumentError error = Assert.Single(errors, e => e.Message.StartsWith("must be one of: ", StringComparison.Ordinal) && e.Message.Contains("zzzzzz", StringComparison.Ordinal));
        string words = error.Message["must be one of: ".Length..error.Message.IndexOf("; found", StringComparison.Ordinal)];
        Assert.Equal(Words(schema)!.Order(StringComparer.Ordinal), words.Split(", ").Order(StringComparer.Ordinal));
    }

    /// <summary>What the program says of a profile that is fine but for this object.</summary>
    private List<DocumentError> ErrorsOf(string path, JsonObject content)
    {
        JsonObject profile = content;
        foreach (string name in path.Split('.', StringSplitOptions.RemoveEmptyEntries).Reverse())
            profile = new JsonObject { [name] = profile };
        profile["extends"] = "7962";
        File.WriteAllText(folder.PathOf("mine.json"), profile.ToJsonString());
        return [.. new ProfileStore(folder.Path).Validate().Where(e => e.File.EndsWith("mine.json", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> SectionsOf(string path, JsonNode schema)
    {
        JsonObject section = Resolve(schema);
        if (section["additionalProperties"] is JsonObject named)
            foreach (string found in SectionsOf($"{path}.{AnyRow}", named))
                yield return found;
        if (section["properties"] is not JsonObject properties)
            yield break;
        if (path != "texts")
            yield return path;
        foreach ((string name, JsonNode? property) in path == "texts" ? properties.Where(p => p.Key == "yes") : properties)
            foreach (string found in SectionsOf($"{path}.{name}".TrimStart('.'), property!))
                yield return found;
    }

    private static JsonObject Properties(string path)
    {
        JsonObject section = Schema;
        foreach (string name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            section = Resolve(section["properties"]?[name] ?? section["additionalProperties"]!);
        return section["properties"]!.AsObject();
    }

    private static JsonObject Resolve(JsonNode schema) =>
        schema["$ref"] is { } reference ? Schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject() : schema.AsObject();

    private static string[]? Words(JsonNode schema) =>
        (schema["enum"] ?? schema["items"]?["enum"]) is JsonArray words ? [.. words.Where(w => w is not null).Select(w => w!.GetValue<string>())] : null;
}
