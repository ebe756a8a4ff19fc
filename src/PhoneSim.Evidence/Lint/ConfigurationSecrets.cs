using PhoneSim.Formats.Configuration;

namespace PhoneSim.Evidence.Lint;

internal static class ConfigurationSecrets
{
    /// <summary>Elements that hold a password or a digest user, blank ones left out.</summary>
    public static IReadOnlyList<ConfigurationElement> In(ConfigurationElement root) => [.. root.All().Where(e => e.Text.Length > 0 && (e.Name == "authName" || Vocabulary.Known.Elsewhere(e.Name).Any(word => word.Form.IsSecret)))];
}
