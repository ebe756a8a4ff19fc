using System.Text.Json;

namespace PhoneSim.Evidence.Lint;

/// <summary>The data files of lint, which lie in the program.</summary>
internal static class LintData
{
    public static JsonDocument Open(string name)
    {
        using Stream stream = typeof(LintData).Assembly.GetManifestResourceStream($"lint/{name}")!;
        return JsonDocument.Parse(stream);
    }
}
