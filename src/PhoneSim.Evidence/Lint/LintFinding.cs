using PhoneSim.Formats;

namespace PhoneSim.Evidence.Lint;

/// <summary>A mistake found. Its texts are harmless to print: no secrets, no control characters.</summary>
/// <param name="Message">What is there and why it is wrong, a phrase without a full stop.</param>
/// <param name="Fix">What to do about it, a phrase without a full stop; empty: no single thing.</param>
public sealed record LintFinding(LintRule Rule, LintPlace Place, string Message, string Fix)
{
    private const int TextLimit = 500;

    public string Message { get; } = Printable.Text(Message, TextLimit);

    public string Fix { get; } = Printable.Text(Fix, TextLimit);

    public LintSeverity Severity => Rule.Severity;
}
