namespace PhoneSim.Evidence.Lint;

/// <summary>One kind of mistake.</summary>
/// <param name="Id"><c>group.name</c>; stable, for scripts.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Clause">What it stands on: the seed's section, a section of shared/spec.</param>
public sealed record LintRule(string Id, LintSeverity Severity, string Title, string Clause);
