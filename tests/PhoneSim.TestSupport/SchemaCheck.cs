using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace PhoneSim.TestSupport;

/// <summary>A document against a JSON Schema.</summary>
public static class SchemaCheck
{
    /// <summary>What is wrong, each with its place in the document.</summary>
    public static IReadOnlyList<string> Run(JsonNode? value, string schema)
    {
        JsonSchema rules = JsonSchema.FromText(schema, new BuildOptions { SchemaRegistry = new() });
        EvaluationResults results = rules.Evaluate(JsonElement.Parse(value?.ToJsonString() ?? "null"), new EvaluationOptions { OutputFormat = OutputFormat.List });
        string[] errors = [.. (results.Details ?? []).SelectMany(d => (d.Errors ?? []).Select(e => $"{d.InstanceLocation}: {e.Value}"))];
        return results.IsValid ? [] : errors.DefaultIfEmpty("not valid").ToArray();
    }
}
