using System.Globalization;
using System.Text.Json;
using PhoneSim.Formats;

namespace PhoneSim.Evidence.Explain;

/// <summary>The phones of a saved run, explained in its own words.</summary>
public static class RunStory
{
    public static IReadOnlyList<ExplainedPhone> Of(SavedRun run) =>
        [.. run.Lines.GroupBy(line => Text(line, "device")).Where(phone => phone.Key.Length > 0).Select(phone => Explain(phone.Key, [.. phone]))];

    private static ExplainedPhone Explain(string device, JsonElement[] lines)
    {
        RunSteps steps = new();
        foreach (JsonElement line in lines.Where(l => Text(l, "type") == "event"))
            steps.Take(line);
        JsonElement? result = lines.Where(l => Text(l, "type") == "result").Select(l => (JsonElement?)l).LastOrDefault();
        return new(device, result is { } end ? Text(end, "profile") : "not said", "of the run", steps.All.Count > 0 || result is null ? steps.All : RunSteps.OfResult(result.Value), [.. Conclusions(result)])
        {
            IsConfigured = result is { } last && Text(last, "outcome") is "registered" or "configured",
        };
    }

    private static IEnumerable<string> Conclusions(JsonElement? result)
    {
        if (result is not { } end)
        {
            yield return "the run was cut off: it has no result line";
            yield break;
        }

        string resets = end.TryGetProperty("resets", out JsonElement count) && count.TryGetInt32(out int number) && number > 0 ? string.Create(CultureInfo.InvariantCulture, $" after {number} {(number == 1 ? "reset" : "resets")}") : "";
        yield return $"{Text(end, "outcome")}{resets}";
        if (end.TryGetProperty("config", out JsonElement config) && config.ValueKind == JsonValueKind.Object)
            yield return $"uses {Text(config, "file")} from {Text(config, "source")}, {(IsTrue(config, "full") ? "full" : "minimal")}, {(IsTrue(config, "encrypted") ? "encrypted" : "not encrypted")}, signature {Text(config, "signature")}";
        if (end.TryGetProperty("statusMessages", out JsonElement messages) && messages.ValueKind == JsonValueKind.Array && messages.GetArrayLength() > 0)
            yield return $"shows {string.Join(", ", messages.EnumerateArray().Where(m => m.ValueKind == JsonValueKind.String).Select(m => $"\"{Printable.Text(m.GetString()!, 200)}\""))}";
    }

    /// <summary>Empty: there is none.</summary>
    internal static string Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? Printable.Text(value.GetString()!, 500) : "";

    private static bool IsTrue(JsonElement line, string name) => line.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
