using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

/// <summary>Service level objectives: terms with a comma between them, all of which must hold.</summary>
public sealed partial record Slo(IReadOnlyList<SloTerm> Terms)
{
    public const string Example = "p99(boot)<2s,failed<0.1%";

    public static bool TryParse(string text, [NotNullWhen(true)] out Slo? slo)
    {
        SloTerm?[] terms = [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Term)];
        slo = terms.Any(t => t is null) ? null : new(terms!);
        return slo is not null;
    }

    /// <summary>A term says how many phones may fail.</summary>
    public bool AllowsFailures => Terms.Any(term => term.Percentile is null);

    public bool IsMetBy(FleetSummary summary) => Terms.All(term => term.IsMetBy(summary));

    private static SloTerm? Term(string text)
    {
        if (Failures().Match(text) is { Success: true } failures)
            return new(text, null, default, Number(failures, "n") / (failures.Groups["percent"].Success ? 100 : 1), failures.Groups["percent"].Success);
        if (Latency().Match(text) is not { Success: true } latency)
            return null;
        double unit = latency.Groups["unit"].Value switch { "us" => 1, "ms" => 1e3, _ => 1e6 };
        Phase[] phases = [.. Enum.GetValues<Phase>().Where(p => p.Word == latency.Groups["phase"].Value)];
        double percentile = latency.Groups["p"].Success ? Number(latency, "p") : 100;
        return phases.Length == 1 && percentile <= 100 ? new(text, percentile, phases[0], Number(latency, "n") * unit, false) : null;
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^failed\s*<\s*(?<n>\d+(\.\d+)?)(?<percent>%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Failures();

    [GeneratedRegex(@"^(p(?<p>\d+(\.\d+)?)|max)\((?<phase>[a-z]+)\)\s*<\s*(?<n>\d+(\.\d+)?)(?<unit>us|ms|s)$", RegexOptions.CultureInvariant)]
    private static partial Regex Latency();
}
