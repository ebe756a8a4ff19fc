using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace PhoneSim.TestSupport;

/// <summary>As much of JSON Schema 2020-12 as the schemas in firmware-profiles use; no validator of the packages at hand restores here.</summary>
public static class SchemaCheck
{
    private static readonly HashSet<string> Known = ["$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "additionalProperties", "required", "items", "enum", "minimum", "maximum"];

    public static IEnumerable<string> Run(JsonNode? value, JsonObject schema, JsonObject root, string path = "$")
    {
        if (schema["$ref"] is { } reference)
            return Run(value, root["$defs"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject(), root, path);
        Assert.All(schema, member => Assert.Contains(member.Key, Known));
        return Type(value, schema, path).Concat(Range(value, schema, path)).Concat(Enumeration(value, schema, path)).Concat(Members(value, schema, root, path)).Concat(Items(value, schema, root, path));
    }

    private static IEnumerable<string> Type(JsonNode? value, JsonObject schema, string path)
    {
        string[] allowed = schema["type"] switch { null => [], JsonArray types => [.. types.Select(t => t!.GetValue<string>())], var one => [one.GetValue<string>()] };
        string kind = value?.GetValueKind() switch { null => "null", JsonValueKind.True or JsonValueKind.False => "boolean", JsonValueKind.Number => "number", var other => other.ToString()!.ToLowerInvariant() };
        bool fits = allowed.Length == 0 || allowed.Contains(kind) || (kind == "number" && allowed.Contains("integer") && double.IsInteger(value!.GetValue<double>()));
        return fits ? [] : [$"{path}: {kind} instead of {string.Join(" or ", allowed)}"];
    }

    private static IEnumerable<string> Range(JsonNode? value, JsonObject schema, string path) =>
        value?.GetValueKind() == JsonValueKind.Number && (value.GetValue<double>() < schema["minimum"]?.GetValue<double>() || value.GetValue<double>() > schema["maximum"]?.GetValue<double>()) ? [$"{path}: out of range"] : [];

    private static IEnumerable<string> Enumeration(JsonNode? value, JsonObject schema, string path) =>
        schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)) ? [$"{path}: {value} is none of the words"] : [];

    private static IEnumerable<string> Members(JsonNode? value, JsonObject schema, JsonObject root, string path)
    {
        if (value is not JsonObject members || (schema["properties"] ?? schema["additionalProperties"]) is not JsonObject)
            return [];
        JsonObject properties = schema["properties"] as JsonObject ?? [];
        IEnumerable<string> missing = (schema["required"] as JsonArray ?? []).Where(name => !members.ContainsKey(name!.GetValue<string>())).Select(name => $"{path}: {name} is missing");
        IEnumerable<string> wrong = members.SelectMany(m => (properties[m.Key] ?? schema["additionalProperties"]) is JsonObject property ? Run(m.Value, property, root, $"{path}.{m.Key}") : [$"{path}: {m.Key} is unknown"]);
        return missing.Concat(wrong);
    }

    private static IEnumerable<string> Items(JsonNode? value, JsonObject schema, JsonObject root, string path) =>
        value is JsonArray items && schema["items"] is JsonObject each ? items.SelectMany((item, i) => Run(item, each, root, $"{path}[{i}]")) : [];
}
