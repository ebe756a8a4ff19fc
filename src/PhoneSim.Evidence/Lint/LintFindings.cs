using PhoneSim.Formats.Configuration;

namespace PhoneSim.Evidence.Lint;

/// <summary>Findings as they are made.</summary>
internal sealed class LintFindings
{
    private readonly List<LintFinding> all = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<LintFinding> InOrder() => [.. all.OrderBy(f => f.Place.Offset ?? 0).ThenBy(f => f.Place.Line ?? 0).ThenBy(f => f.Place.Column ?? 0)];

    public void Add(LintRule rule, string message, string fix = "") => Add(rule, LintPlace.WholeFile, message, fix);

    public void Add(LintRule rule, LintPlace place, string message, string fix = "") => all.Add(new(rule, place, message, fix));

    public void Add(LintRule rule, ConfigurationElement element, string message, string fix = "") => Add(rule, new LintPlace(element.Line, element.Column), message, fix);
}
