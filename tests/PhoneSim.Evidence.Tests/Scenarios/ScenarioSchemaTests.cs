using System.Text.Json.Nodes;
using PhoneSim.Evidence.Scenarios;
using PhoneSim.Phone.Documents;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Scenarios;

/// <summary>scenario.schema.json tells an editor what the program will say: the two are held against each other in both directions.</summary>
public sealed class ScenarioSchemaTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Vectors.PathOf(""), "..", "..", "firmware-profiles", "scenarios"));
    private static readonly string SchemaText = File.ReadAllText(Path.Combine(Folder, "scenario.schema.json"));
    private static readonly JsonObject Schema = JsonNode.Parse(SchemaText)!.AsObject();

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file))];

    /// <summary>Where an object of the schema stands, and what to write before its fields.</summary>
    public static TheoryData<string, string> Sections => new()
    {
        { "", "zzzzzz: 1" },
        { "phone", "phone: { profile: 7962, zzzzzz: 1 }" },
        { "phone.flash", "phone: { profile: 7962, flash: { zzzzzz: 1 } }" },
        { "phone.flash.digest", "phone: { profile: 7962, flash: { digest: { zzzzzz: 1 } } }" },
        { "server", "server: { zzzzzz: 1 }" },
        { "server.lab", "server: { lab: { zzzzzz: 1 } }" },
        { "faults", "faults: { zzzzzz: 1 }" },
        { "faults.cut", "faults: { cut: { zzzzzz: 1 } }" },
        { "answers.*", "answers: { name: { zzzzzz: 1 } }" },
        { "steps[]", "steps: [{ zzzzzz: 1 }]" },
        { "steps[].lab", "steps: [{ lab: { zzzzzz: 1 } }]" },
        { "steps[].load", "steps: [{ load: { profile: 7962, zzzzzz: 1 } }]" },
        { "steps[].expect", "steps: [{ expect: { zzzzzz: 1 } }]" },
        { "steps[].expect.config", "steps: [{ expect: { config: { zzzzzz: 1 } } }]" },
        { "steps[].expect.trust", "steps: [{ expect: { trust: { zzzzzz: 1 } } }]" },
        { "steps[].expect.flash", "steps: [{ expect: { flash: { zzzzzz: 1 } } }]" },
        { "steps[].expect.seconds", "steps: [{ expect: { seconds: { zzzzzz: 1 } } }]" },
    };

    public static TheoryData<string> WordFields => [.. ExpectedFields.All.Where(f => f.Words.Count > 0 && f.Words[0] is not "true").Select(f => f.Path)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void ShippedScenario_IsAsTheSchemaSays_AndNamesIt(string file)
    {
        string text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.StartsWith("# yaml-language-server: $schema=scenario.schema.json", text, StringComparison.Ordinal);
        Assert.Empty(SchemaCheck.Run(YamlJson.Parse(text), SchemaText));
    }

    [Fact]
    public void Library_HoldsEveryFileOfTheFolder() => Assert.Equal(Directory.EnumerateFiles(Folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), ScenarioLibrary.Names);

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_OfTheSchema_HasExactlyTheFieldsThatTheProgramKnows(string path, string yaml)
    {
        string[] others = ["title: t", "story: s", "phone: { profile: 7962 }", "steps: []"];
        IEnumerable<string> whole = others.Where(line => !yaml.StartsWith(line[..line.IndexOf(':', StringComparison.Ordinal)], StringComparison.Ordinal)).Append(yaml);
        DocumentError error = Assert.Single(ScenarioFiles.ErrorsOf(string.Join('\n', whole)), e => e.Message.StartsWith("unknown field \"zzzzzz\"", StringComparison.Ordinal));
        string[] known = error.Message[(error.Message.IndexOf("known here: ", StringComparison.Ordinal) + "known here: ".Length)..].Split(", ");
        Assert.Equal(At(path)["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal), known);
    }

    [Theory]
    [MemberData(nameof(WordFields))]
    public void WordField_OfTheSchema_TakesExactlyTheWordsThatTheProgramTakes(string path) =>
        Assert.Equal(ExpectedFields.All.Single(f => f.Path == path).Words, At($"steps[].expect.{path}")["enum"]!.AsArray().Select(w => w!.GetValue<string>()));

    private static JsonObject At(string path)
    {
        JsonObject schema = Schema;
        foreach (string name in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
            schema = Resolve((name switch { "[]" => schema["items"], "*" => schema["additionalProperties"], _ => schema["properties"]![name] })!);
        return schema;
    }

    private static JsonObject Resolve(JsonNode schema) => schema["$ref"] is { } reference ? Schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject() : schema.AsObject();
}
