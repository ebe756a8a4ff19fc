using PhoneSim.Evidence.Lint;

namespace PhoneSim.Evidence.Tests.Lint;

/// <summary>A single mistake in a right file: the rule that is made for it speaks, and no other.</summary>
public sealed class PlantedMistakeTests
{
    public static TheoryData<string> Ids => [.. LintRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Mistake_PlantedForARule_IsFoundByThatRuleOnly(string id)
    {
        IReadOnlyList<LintFinding> findings = Linter.Lint(PlantedMistakes.All[id]());
        Assert.Equal([id], findings.Select(f => f.Rule.Id).Where(rule => rule == id || rule != LintRules.SecretInClear.Id).Distinct());
        Assert.All(findings, finding => Assert.NotEmpty(finding.Message));
    }

    [Fact]
    public void Ids_AreUniqueAndEveryRuleStandsOnAClause()
    {
        Assert.Equal(LintRules.All.Count, LintRules.All.Select(r => r.Id).Distinct().Count());
        Assert.All(LintRules.All, rule => Assert.NotEmpty(rule.Clause));
    }
}
