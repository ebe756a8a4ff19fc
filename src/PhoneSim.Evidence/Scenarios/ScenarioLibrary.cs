using System.Reflection;
using PhoneSim.Evidence.Scenarios.Reading;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios;

/// <summary>The scenarios that the program brings along.</summary>
public static class ScenarioLibrary
{
    private const string BuiltIn = "firmware-profiles/scenarios/";
    private const string Extension = ".yaml";

    private static readonly Assembly Assembly = typeof(ScenarioLibrary).Assembly;

    public static IReadOnlyList<string> Names { get; } =
        [.. Assembly.GetManifestResourceNames().Where(n => n.StartsWith(BuiltIn, StringComparison.Ordinal)).Select(n => n[BuiltIn.Length..^Extension.Length]).Order(StringComparer.Ordinal)];

    /// <param name="nameOrPath">Of the library, or a file.</param>
    /// <param name="errors">Receives every mistake of the file.</param>
    /// <returns>Null: it cannot be read or has mistakes.</returns>
    public static Scenario? Read(string nameOrPath, ProfileStore profiles, ICollection<DocumentError> errors)
    {
        if (Names.Contains(nameOrPath))
            return ScenarioReader.Read($"{BuiltIn}{nameOrPath}{Extension}", Text(nameOrPath), profiles, errors);
        try
        {
            return ScenarioReader.Read(nameOrPath, File.ReadAllText(nameOrPath), profiles, errors);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.Add(new(nameOrPath, 0, 0, "", $"there is no such file, nor a scenario of that name in the library{Hint(nameOrPath)}; 'phonesim run --list' lists them"));
            return null;
        }
    }

    private static string Hint(string name) => EditDistance.Nearest(name, Names) is [var nearest, ..] ? $" (did you mean {nearest})" : "";

    private static string Text(string name)
    {
        using StreamReader reader = new(Assembly.GetManifestResourceStream($"{BuiltIn}{name}{Extension}")!);
        return reader.ReadToEnd();
    }
}
