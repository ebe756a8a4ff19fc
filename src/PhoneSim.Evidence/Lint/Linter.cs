using PhoneSim.Formats;

namespace PhoneSim.Evidence.Lint;

/// <summary>A configuration or a trust list, in clear, signed or encrypted, held against a firmware profile.</summary>
public static class Linter
{
    /// <summary>In the order of the file; empty: nothing to say.</summary>
    public static IReadOnlyList<LintFinding> Lint(LintInput input)
    {
        LintFindings findings = new();
        try
        {
            new FileLint(input, findings).Read();
        }
        catch (MalformedDataException e)
        {
            findings.Add(LintRules.FileMalformed, new LintPlace(Offset: e.Offset), e.Message);
        }

        return findings.InOrder();
    }
}
