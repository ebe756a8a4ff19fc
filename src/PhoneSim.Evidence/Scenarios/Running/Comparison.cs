using System.Globalization;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>Holds one expectation against what was seen.</summary>
internal static class Comparison
{
    /// <returns>The lines that show the difference; null: as expected.</returns>
    public static IReadOnlyList<DiffLine>? Differs(Expectation expectation, Moment moment)
    {
        string[] seen = [.. expectation.Field.Seen(moment)];
        IReadOnlyList<string> expected = expectation.Lines;
        return expectation.Field.Match switch
        {
            FieldMatch.Absent => Absent(expected, seen),
            FieldMatch.AtLeast => Number(seen[0]) >= Number(expected[0]) ? null : [new('-', $"at least {expected[0]} s"), new('+', $"{seen[0]} s")],
            FieldMatch.AtMost => Number(seen[0]) <= Number(expected[0]) ? null : [new('-', $"at most {expected[0]} s"), new('+', $"{seen[0]} s")],
            FieldMatch.Equal => Diff(expected, seen, AgreeExactly(expectation.Field.Shape), '-', '+'),
            FieldMatch.Contained => Diff(expected, seen, (e, s) => s.Contains(e, StringComparison.Ordinal), '-'),
            _ => Diff(expected, seen, Same, '-'),
        };
    }

    /// <param name="failing">Signs of lines that make a failure.</param>
    private static IReadOnlyList<DiffLine>? Diff(IReadOnlyList<string> expected, IReadOnlyList<string> seen, Func<string, string, bool> agree, params char[] failing)
    {
        IReadOnlyList<DiffLine> lines = LineDiff.Of(expected, seen, agree);
        return lines.Any(line => failing.Contains(line.Sign)) ? lines : null;
    }

    private static DiffLine[]? Absent(IReadOnlyList<string> unwanted, IEnumerable<string> seen) =>
        seen.Where(unwanted.Contains).Distinct().ToArray() is { Length: > 0 } found ? [.. found.Select(line => new DiffLine('+', line))] : null;

    /// <summary>Of a pair the value may be left open.</summary>
    private static Func<string, string, bool> AgreeExactly(FieldShape shape) => shape == FieldShape.Pairs ? (e, s) => e == s || s.StartsWith(e + ": ", StringComparison.Ordinal) : Same;

    private static bool Same(string expected, string seen) => expected == seen;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
